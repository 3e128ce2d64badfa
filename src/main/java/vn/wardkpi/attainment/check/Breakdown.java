package vn.wardkpi.attainment.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.UnitName;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * A whole and the parts ("trong đó") that add up to it, where they should: amounts and
 * counts in the same unit, not shares.
 */
final class Breakdown {

	private static final BigDecimal HALF = new BigDecimal("0.5");

	/** Fewer parts are no breakdown. */
	private static final int LEAST_PARTS = 2;

	private Breakdown() {
	}

	/**
	 * Those of a whole's sub-indicators that add up to it; none where fewer than two do.
	 */
	static <T extends Member> List<T> parts(Member whole, Collection<? extends T> all) {
		if (whole.role() == IndicatorRole.GROUP) {
			return List.of();
		}
		List<T> parts = new ArrayList<>();
		for (T other : all) {
			if (whole.no().equals(other.parentNo()) && addsUp(other, whole)) {
				parts.add(other);
			}
		}
		return (parts.size() < LEAST_PARTS) ? List.of() : parts;
	}

	private static boolean addsUp(Member part, Member whole) {
		ValueType type = whole.valueType();
		return (type == ValueType.AMOUNT || type == ValueType.COUNT) && part.valueType() == type
				&& unit(part).sameAs(unit(whole));
	}

	private static UnitName unit(Member indicator) {
		return UnitName.of((indicator.unit() != null) ? indicator.unit() : "");
	}

	/** Half a unit of the last decimal. */
	static BigDecimal halfUnit(int decimals) {
		return HALF.movePointLeft(decimals);
	}

	/**
	 * What is to be said of two numbers that should be the same: nothing where they are,
	 * a remark where rounding explains the difference, else a warning.
	 */
	static Optional<Problem> differing(String code, String when, BigDecimal reckoned, BigDecimal printed,
			BigDecimal tolerance) {
		BigDecimal difference = reckoned.subtract(printed).abs();
		if (difference.signum() == 0) {
			return Optional.empty();
		}
		String reckonedText = VietnameseNumber.write(reckoned);
		String printedText = VietnameseNumber.write(printed);
		return Optional.of((difference.compareTo(tolerance) <= 0)
				? Problem.info(code + "-rounding", when, reckonedText, printedText)
				: Problem.warning(code, when, reckonedText, printedText));
	}

	/**
	 * An indicator that may be a whole, a part, or both.
	 */
	interface Member {

		String no();

		@Nullable String parentNo();

		IndicatorRole role();

		ValueType valueType();

		@Nullable String unit();

	}

}
