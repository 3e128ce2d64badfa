package vn.wardkpi.attainment.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What a share is held against: the share of the year before and that of the period
 * before. Shares are bounded, so that how far one may move depends on where it stands.
 */
public final class SharePlausibility {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private static final BigDecimal FIVEFOLD = BigDecimal.valueOf(5);

	private static final BigDecimal HALF = new BigDecimal("0.5");

	/** Less than a point is no slip, however near to 0 or 100 it is. */
	private static final BigDecimal LEAST_MOVE = BigDecimal.ONE;

	private SharePlausibility() {
	}

	/**
	 * @param targets of the figure's year, one for each issuer
	 * @param value the share in percent points, as entered or computed from x/y
	 * @param before the comparable share of the year before, if known
	 * @param earlier the share of the latest earlier reporting period of the year
	 * @return one question at the most, the one that says most
	 */
	public static List<FieldProblem> check(IndicatorRule rule, Collection<ParsedTarget> targets, Figure figure,
			@Nullable BigDecimal value, @Nullable BigDecimal before, @Nullable BigDecimal earlier) {
		boolean share = rule.valueType() == ValueType.PERCENT || rule.valueType() == ValueType.RATIO;
		if (!share || value == null) {
			return List.of();
		}
		Stream<@Nullable BigDecimal> levels = Stream.concat(targets.stream().map(ParsedTarget::value),
				Stream.of(before, earlier));
		if (figure.numerator() == null && levels.anyMatch((level) -> isFractionOf(value, level))) {
			return List.of(new FieldProblem("value", Problem.warning("share-fraction", VietnameseNumber.write(value),
					VietnameseNumber.writeShort(value.multiply(WHOLE)))));
		}
		Optional<Problem> moved = Optional.empty();
		if (before != null && (figure.period().isFullYear() || isLevel(rule)) && isFar(rule, value, before)) {
			moved = Optional
				.of(Problem.warning("share-jump", VietnameseNumber.write(value), VietnameseNumber.write(before)));
		}
		else if (earlier != null && isFar(rule, value, earlier)) {
			moved = Optional.of(Problem.warning("share-jump-period", VietnameseNumber.write(value),
					VietnameseNumber.write(earlier)));
		}
		return moved.map((problem) -> List.of(new FieldProblem("value", problem))).orElse(List.of());
	}

	/**
	 * Whether it is the same share at any time of the year, and does not grow over it.
	 */
	private static boolean isLevel(IndicatorRule rule) {
		return rule.accumulation() == Accumulation.LAST || rule.accumulation() == Accumulation.EVERY_YEAR;
	}

	/** 0,965 where 96,5 would be as expected. */
	private static boolean isFractionOf(BigDecimal value, @Nullable BigDecimal level) {
		if (level == null || value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0
				|| level.compareTo(FIVEFOLD) < 0) {
			return false;
		}
		BigDecimal hundredfold = value.multiply(WHOLE);
		return hundredfold.compareTo(level.multiply(HALF)) >= 0 && level.compareTo(hundredfold.multiply(HALF)) >= 0;
	}

	/**
	 * Five times as much or a fifth; and of a share of a whole, further than half of what
	 * was left to its nearer end.
	 */
	private static boolean isFar(IndicatorRule rule, BigDecimal value, BigDecimal before) {
		BigDecimal move = value.subtract(before).abs();
		boolean fivefold = value.signum() > 0 && before.signum() > 0
				&& (value.compareTo(before.multiply(FIVEFOLD)) >= 0 || before.compareTo(value.multiply(FIVEFOLD)) >= 0);
		BigDecimal left = before.min(WHOLE.subtract(before));
		return fivefold
				|| (rule.bounded() && move.compareTo(LEAST_MOVE) >= 0 && move.compareTo(left.multiply(HALF)) > 0);
	}

}
