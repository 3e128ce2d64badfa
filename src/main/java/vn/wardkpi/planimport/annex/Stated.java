package vn.wardkpi.planimport.annex;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * Attributes of an indicator that a file or a person states; {@code null} where they are
 * left to be inferred.
 *
 * @param leader who of the ward's leaders answers for it in person; blank for nobody
 * @param baselineOrigin of which units' figures the baseline is made, as it is stored
 */
public record Stated(@Nullable IndicatorRole role, @Nullable Boolean decisive, @Nullable Direction direction,
		@Nullable ValueType valueType, @Nullable Accumulation accumulation, @Nullable Boolean bounded,
		@Nullable Boolean baselineComparable, @Nullable String leader, @Nullable String baselineOrigin) {

	public static final Stated NOTHING = new Stated(null, null, null, null, null, null, null, null, null);

	public Stated(@Nullable IndicatorRole role, @Nullable Boolean decisive, @Nullable Direction direction,
			@Nullable ValueType valueType, @Nullable Accumulation accumulation, @Nullable Boolean bounded,
			@Nullable Boolean baselineComparable) {
		this(role, decisive, direction, valueType, accumulation, bounded, baselineComparable, null, null);
	}

	/**
	 * Nothing but who of the leaders answers for it; blank for nobody.
	 */
	static Stated ledBy(String leader) {
		return leader.isBlank() ? NOTHING : new Stated(null, null, null, null, null, null, null, leader, null);
	}

	/**
	 * What the other states, and of this what the other leaves open.
	 */
	public Stated correctedBy(Stated other) {
		return new Stated(either(other.role, this.role), either(other.decisive, this.decisive),
				either(other.direction, this.direction), either(other.valueType, this.valueType),
				either(other.accumulation, this.accumulation), either(other.bounded, this.bounded),
				either(other.baselineComparable, this.baselineComparable), either(other.leader, this.leader),
				either(other.baselineOrigin, this.baselineOrigin));
	}

	private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
		return (first != null) ? first : second;
	}

}
