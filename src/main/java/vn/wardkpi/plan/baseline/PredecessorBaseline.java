package vn.wardkpi.plan.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.baseline.BaselineOrigin.Method;
import vn.wardkpi.plan.baseline.BaselineOrigin.Part;
import vn.wardkpi.shared.Problem;

/**
 * The figure that predecessors' figures make. Sums and products are exact; the result is
 * a computed figure and rounded as one: HALF_UP to the larger of the targets' decimals
 * and one.
 */
public final class PredecessorBaseline {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private PredecessorBaseline() {
	}

	/**
	 * How the figures of an indicator can be put together.
	 */
	public static List<Method> methods(IndicatorRule rule) {
		List<Method> methods = new ArrayList<>();
		boolean adds = rule.valueType() == ValueType.AMOUNT || rule.valueType() == ValueType.COUNT;
		if (adds && rule.accumulation() != Accumulation.AVERAGE && rule.accumulation() != Accumulation.GROWTH_RATE) {
			methods.add(Method.SUM);
		}
		if (rule.valueType() != ValueType.COUNT && rule.valueType() != ValueType.QUALITATIVE) {
			methods.add(Method.WEIGHTED);
		}
		methods.add(Method.NOT_COMPARABLE);
		return methods;
	}

	/**
	 * What is wrong with the parts; empty if they make a figure.
	 */
	public static List<Problem> problems(BaselineOrigin origin, IndicatorRule rule) {
		List<Problem> problems = new ArrayList<>();
		if (!methods(rule).contains(origin.method())) {
			problems.add(Problem.error("baseline-method", origin.method().name()));
		}
		if (origin.parts().isEmpty()) {
			problems.add(Problem.error("baseline-no-parts"));
		}
		if (origin.method() != Method.NOT_COMPARABLE) {
			origin.parts().forEach((part) -> problems.addAll(problems(part, origin.method(), rule)));
		}
		return problems;
	}

	private static List<Problem> problems(Part part, Method method, IndicatorRule rule) {
		List<Problem> problems = new ArrayList<>();
		BigDecimal value = part.value();
		if (value == null) {
			problems.add(Problem.error("baseline-part-value", part.name()));
		}
		else if (rule.bounded() && (value.signum() < 0 || value.compareTo(HUNDRED) > 0)) {
			problems.add(Problem.error("baseline-part-bound", part.name()));
		}
		else if (rule.valueType() == ValueType.COUNT && value.stripTrailingZeros().scale() > 0) {
			problems.add(Problem.error("baseline-part-whole", part.name()));
		}
		if (method == Method.WEIGHTED && (part.weight() == null || part.weight().signum() <= 0)) {
			problems.add(Problem.error("baseline-part-weight", part.name()));
		}
		return problems;
	}

	/**
	 * @param decimals the most decimals the indicator's targets were published with
	 * @return {@code null} where the figures are not comparable
	 */
	public static @Nullable BigDecimal value(BaselineOrigin origin, int decimals) {
		int scale = Math.max(decimals, 1);
		return switch (origin.method()) {
			case NOT_COMPARABLE -> null;
			case SUM -> origin.parts()
				.stream()
				.map((part) -> Objects.requireNonNull(part.value()))
				.reduce(BigDecimal.ZERO, BigDecimal::add)
				.setScale(scale, RoundingMode.HALF_UP);
			case WEIGHTED -> weighted(origin.parts(), scale);
		};
	}

	private static BigDecimal weighted(List<Part> parts, int scale) {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal weights = BigDecimal.ZERO;
		for (Part part : parts) {
			BigDecimal weight = Objects.requireNonNull(part.weight());
			sum = sum.add(Objects.requireNonNull(part.value()).multiply(weight, MathContext.UNLIMITED));
			weights = weights.add(weight);
		}
		return sum.divide(weights, scale, RoundingMode.HALF_UP);
	}

}
