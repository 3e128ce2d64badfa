package vn.wardkpi.attainment.year;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.Comparison;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * Judges one indicator that has a target of its own in one year.
 */
public record IndicatorJudge(IndicatorRule rule, ParsedTarget target) {

	private static final int COMPLETION_DECIMALS = 2;

	/**
	 * The official figure of the year before the estimate, a full year before its months,
	 * the latest month before earlier ones; figures that cannot be used are passed over.
	 */
	public Judgement judge(Collection<Figure> figures) {
		return figures.stream()
			.filter(this::isUsable)
			.max((one, other) -> one.period().compareTo(other.period()))
			.map(this::judge)
			.orElseGet(() -> Judgement.withoutFigure(Verdict.NO_DATA));
	}

	private Judgement judge(Figure figure) {
		BigDecimal value = value(figure);
		Verdict fullYear = (value != null) ? byNumber(figure, value) : byWord(figure);
		Verdict verdict = (figure.period().isFullYear() || cannotBeUndone(figure, fullYear)) ? fullYear
				: Verdict.IN_PROGRESS;
		boolean provisional = verdict.isOutcome() && figure.period() != ReportingPeriod.FINAL;
		return new Judgement(verdict, verdict, provisional, false, figure, value, completion(value), gap(value));
	}

	/**
	 * A number says nothing about a grade, x of nothing is no share, and a share of a
	 * whole outside 0 to 100 is a data error.
	 */
	private boolean isUsable(Figure figure) {
		if (isQualitative()) {
			return figure.achieved() != null;
		}
		BigDecimal value = value(figure);
		return value != null && (!this.rule.bounded() || !isShare() || isPossibleShare(figure, value));
	}

	/** By x and y themselves: 2.001 of 2.000 rounds to 100,0 and is no share. */
	private static boolean isPossibleShare(Figure figure, BigDecimal value) {
		BigDecimal x = figure.numerator();
		BigDecimal y = figure.denominator();
		return Percentage.isPossible(value) && (x == null || y == null || (x.signum() >= 0 && x.compareTo(y) <= 0));
	}

	/**
	 * The value as compared: computed wherever x/y of a share is known, else as entered.
	 */
	public @Nullable BigDecimal value(Figure figure) {
		if (isQualitative()) {
			return null;
		}
		BigDecimal x = figure.numerator();
		BigDecimal y = figure.denominator();
		if (isShare() && x != null && y != null) {
			return (y.signum() > 0) ? Percentage.of(x, y, this.target.decimals()) : null;
		}
		return figure.value();
	}

	private Verdict byWord(Figure figure) {
		Verdict achieved = figure.achieved();
		return (achieved != null) ? achieved : Verdict.NO_DATA;
	}

	private Verdict byNumber(Figure figure, BigDecimal value) {
		Verdict verdict = comparison().verdict(value);
		if (isPlainRatio() && verdict != Verdict.NOT_MET) {
			return isMoreOfTheSame(figure) ? Verdict.EXCEEDED : Verdict.MET;
		}
		return (verdict == Verdict.EXCEEDED && isAtItsBound()) ? Verdict.MET : verdict;
	}

	/**
	 * x/y is exceeded only by a better x of the same y, and never where x/y asks for all
	 * (or, of what should become fewer, for none).
	 */
	private boolean isMoreOfTheSame(Figure figure) {
		BigDecimal x = figure.numerator();
		BigDecimal y = figure.denominator();
		return x != null && y != null && this.target.upper() != null && y.compareTo(this.target.upper()) == 0
				&& better(x, number()) > 0 && !isAtBound(level());
	}

	private boolean isAtItsBound() {
		return this.rule.bounded() && isShare() && isAtBound(bestEnd());
	}

	private boolean isAtBound(BigDecimal share) {
		return better(share, isHigherBetter() ? Percentage.WHOLE : BigDecimal.ZERO) >= 0;
	}

	/**
	 * Whether the rest of the year can no longer change what an in-year figure says: what
	 * adds up over the year and has reached its target (higher is better), or has passed
	 * its limit (lower is better).
	 */
	private boolean cannotBeUndone(Figure figure, Verdict verdict) {
		if (!comparator().suits(this.rule.direction()) || isQualitative()) {
			return false;
		}
		return switch (this.rule.accumulation()) {
			case SUM -> isHigherBetter() == (verdict != Verdict.NOT_MET);
			case RATIO_OF_SUMS -> isHigherBetter() && verdict != Verdict.NOT_MET && hasWholeNumerator(figure);
			case LAST, EVERY_YEAR, AVERAGE, GROWTH_RATE -> false;
		};
	}

	/**
	 * 1/1 in June is a full share but not yet the 3 of 3/3 that the year was given.
	 */
	private boolean hasWholeNumerator(Figure figure) {
		return this.target.valueType() != ValueType.RATIO
				|| (figure.numerator() != null && figure.numerator().compareTo(number()) >= 0);
	}

	private @Nullable BigDecimal completion(@Nullable BigDecimal value) {
		boolean amount = this.rule.valueType() == ValueType.AMOUNT || this.rule.valueType() == ValueType.COUNT;
		if (value == null || !isHigherBetter() || !amount || isShare() || number().signum() <= 0) {
			return null;
		}
		return value.multiply(Percentage.WHOLE).divide(number(), COMPLETION_DECIMALS, RoundingMode.HALF_UP);
	}

	private @Nullable BigDecimal gap(@Nullable BigDecimal value) {
		if (value == null) {
			return null;
		}
		BigDecimal distance = value.subtract(comparison().nearest(value));
		return isHigherBetter() ? distance : distance.negate();
	}

	private Comparison comparison() {
		return Comparison.of(comparator(), this.rule.direction(), level(), upperEnd());
	}

	/** What the value is compared with, of a target that has a number. */
	public BigDecimal level() {
		return known(this.target.level());
	}

	/** The least that meets the target: of a range the nearer end. */
	public BigDecimal goal() {
		return isHigherBetter() ? level() : upperEnd();
	}

	/** The upper end of a range; else the level itself. */
	public BigDecimal upperEnd() {
		BigDecimal upper = this.target.upper();
		return (comparator() == Comparator.BETWEEN && upper != null) ? upper : level();
	}

	/** The end of a range that is hardest to reach; else the level itself. */
	private BigDecimal bestEnd() {
		return isHigherBetter() ? upperEnd() : level();
	}

	private BigDecimal number() {
		return known(this.target.value());
	}

	private BigDecimal known(@Nullable BigDecimal number) {
		if (number == null) {
			throw new IllegalStateException("No number in a qualitative target: " + this.target.text());
		}
		return number;
	}

	private Comparator comparator() {
		return this.target.effectiveComparator(this.rule.direction());
	}

	private boolean isQualitative() {
		return this.target.value() == null;
	}

	/** x/y as it stands, without a bound of its own such as "trên". */
	private boolean isPlainRatio() {
		return this.target.valueType() == ValueType.RATIO && this.target.comparator() == null;
	}

	private boolean isShare() {
		return isShare(this.target.valueType()) || isShare(this.rule.valueType());
	}

	private static boolean isShare(ValueType type) {
		return type == ValueType.PERCENT || type == ValueType.RATIO;
	}

	private boolean isHigherBetter() {
		return this.rule.direction() == Direction.HIGHER_IS_BETTER;
	}

	/** Positive where the one is better than the other. */
	private int better(BigDecimal one, BigDecimal other) {
		return isHigherBetter() ? one.compareTo(other) : other.compareTo(one);
	}

}
