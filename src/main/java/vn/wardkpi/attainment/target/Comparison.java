package vn.wardkpi.attainment.target;

import java.math.BigDecimal;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Verdict;

/**
 * How an actual is held against a target, one rule per comparator. Numbers are compared
 * by value, whatever their scale.
 */
public sealed interface Comparison {

	Verdict verdict(BigDecimal actual);

	/** The target's number; of a range, its lower end. */
	BigDecimal target();

	/** The nearest value to the actual that the gap is measured from. */
	default BigDecimal nearest(BigDecimal actual) {
		return target();
	}

	static Comparison of(Comparator comparator, Direction direction, BigDecimal value, BigDecimal upper) {
		return switch (comparator) {
			case AT_LEAST -> new AtLeast(value);
			case MORE_THAN -> new MoreThan(value);
			case AT_MOST -> new AtMost(value);
			case LESS_THAN -> new LessThan(value);
			case BETWEEN -> (direction == Direction.HIGHER_IS_BETTER) ? new BetweenUpwards(value, upper)
					: new BetweenDownwards(value, upper);
			case EXACTLY ->
				(direction == Direction.HIGHER_IS_BETTER) ? new ExactlyOrMore(value) : new ExactlyOrLess(value);
			case QUALITATIVE -> throw new IllegalArgumentException("A person judges, not a comparison");
		};
	}

	private static Verdict bySign(int sign, Verdict below, Verdict at, Verdict above) {
		if (sign == 0) {
			return at;
		}
		return (sign < 0) ? below : above;
	}

	private static BigDecimal clamp(BigDecimal actual, BigDecimal lower, BigDecimal upper) {
		return actual.max(lower).min(upper);
	}

	/** "tối thiểu", or a bare number where higher is better. */
	record AtLeast(BigDecimal target) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(this.target), Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED);
		}

	}

	/** "trên": the number itself is not enough, and more cannot exceed it. */
	record MoreThan(BigDecimal target) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(this.target), Verdict.NOT_MET, Verdict.NOT_MET, Verdict.MET);
		}

	}

	/** "không quá", or a bare number where lower is better. */
	record AtMost(BigDecimal target) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(this.target), Verdict.EXCEEDED, Verdict.MET, Verdict.NOT_MET);
		}

	}

	/** "dưới": the number itself is too much, and less cannot exceed it. */
	record LessThan(BigDecimal target) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(this.target), Verdict.MET, Verdict.NOT_MET, Verdict.NOT_MET);
		}

	}

	/** A range where higher is better: above it is more than was asked. */
	record BetweenUpwards(BigDecimal target, BigDecimal upper) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(nearest(actual)), Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED);
		}

		@Override
		public BigDecimal nearest(BigDecimal actual) {
			return clamp(actual, this.target, this.upper);
		}

	}

	/** A range where lower is better: below it is more than was asked. */
	record BetweenDownwards(BigDecimal target, BigDecimal upper) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(nearest(actual)), Verdict.EXCEEDED, Verdict.MET, Verdict.NOT_MET);
		}

		@Override
		public BigDecimal nearest(BigDecimal actual) {
			return clamp(actual, this.target, this.upper);
		}

	}

	/** "duy trì" where higher is better: held, or better, and never exceeded. */
	record ExactlyOrMore(BigDecimal target) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(this.target), Verdict.NOT_MET, Verdict.MET, Verdict.MET);
		}

	}

	/** "không có", "không còn", "duy trì" where lower is better. */
	record ExactlyOrLess(BigDecimal target) implements Comparison {

		@Override
		public Verdict verdict(BigDecimal actual) {
			return bySign(actual.compareTo(this.target), Verdict.MET, Verdict.MET, Verdict.NOT_MET);
		}

	}

}
