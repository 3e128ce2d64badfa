package vn.wardkpi.planimport.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.check.PlanChecks;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.shared.UnitName;

/**
 * What an annex does not say of an indicator, from its words and figures, each with the
 * reason. A person confirms it.
 */
final class AttributeInference {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final Pattern GROWTH = Pattern
		.compile("tốc độ (?:tăng|phát triển)|tăng trưởng|\\btăng\\b.*bình quân", Pattern.UNICODE_CHARACTER_CLASS);

	/** With their marks: "hạ tầng" and "hỏa táng" are no change. */
	private static final Pattern CHANGE = Pattern.compile("\\b(?:giảm|tăng)\\b", Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern MAY_PASS_HUNDRED = Pattern
		.compile("so voi|(du toan|ke hoach) (thanh pho|tinh|duoc)? ?giao|chi so|he so|toc do|ty suat|nang suat");

	private static final Pattern FLOW = Pattern.compile(
			"\\b(thu|chi)\\b|xay (dung )?moi|trong moi|thanh lap moi|cong nhan (moi|lai)|giai quyet viec lam|viec lam moi"
					+ "|thu hut|von dau tu|dao tao|ket nap|so luot|luot (khach|nguoi)|duoc (ho tro|dao tao|giai quyet|cap)");

	private static final Pattern MEAN = Pattern.compile("binh quan");

	private AttributeInference() {
	}

	static Guess<ValueType> valueType(ReadRow row) {
		List<ParsedTarget> yearly = row.targets().isEmpty() ? row.all().toList() : List.copyOf(row.targets().values());
		if (yearly.stream().anyMatch((target) -> target.valueType() == ValueType.RATIO)) {
			return Guess.sure(ValueType.RATIO, "type.ratio");
		}
		Map<ValueType, Integer> votes = new EnumMap<>(ValueType.class);
		yearly.forEach((target) -> votes.merge(target.valueType(), 1, Integer::sum));
		String unit = row.row().unit();
		ValueType byUnit = byUnit(unit);
		ValueType most = votes.entrySet()
			.stream()
			.max(Map.Entry.<ValueType, Integer>comparingByValue()
				.thenComparing((vote) -> vote.getKey() != ValueType.QUALITATIVE))
			.map(Map.Entry::getKey)
			.orElse(byUnit);
		String named = (unit != null) ? unit : "";
		return switch (most) {
			case QUALITATIVE -> Guess.sure(ValueType.QUALITATIVE, "type.words");
			case PERCENT -> Guess.sure(ValueType.PERCENT, "type.percent");
			case AMOUNT -> (unit != null) ? Guess.sure(ValueType.AMOUNT, "type.amount", named)
					: Guess.unsure(ValueType.AMOUNT, "type.no-unit");
			// One year with decimals makes an amount of all.
			default -> votes.containsKey(ValueType.AMOUNT) ? Guess.sure(ValueType.AMOUNT, "type.amount", named)
					: (unit != null) ? Guess.sure(most, "type.count", named) : Guess.unsure(most, "type.no-unit");
		};
	}

	private static ValueType byUnit(@Nullable String unit) {
		UnitName name = UnitName.of((unit != null) ? unit : "");
		return name.isPercent() ? ValueType.PERCENT : name.isMeasure() ? ValueType.AMOUNT : ValueType.COUNT;
	}

	static Guess<Boolean> bounded(ReadRow row, ValueType type, Direction direction) {
		if (type == ValueType.RATIO) {
			return Guess.sure(true, "bounded.part");
		}
		if (type != ValueType.PERCENT) {
			return Guess.sure(false, "bounded.no-share");
		}
		if (GROWTH.matcher(row.lower()).find()) {
			return Guess.sure(false, "bounded.growth");
		}
		if (CHANGE.matcher(row.lower()).find() && direction == Direction.HIGHER_IS_BETTER) {
			return Guess.sure(false, "bounded.change");
		}
		if (MAY_PASS_HUNDRED.matcher(row.key()).find()) {
			return Guess.unsure(false, "bounded.comparison");
		}
		return Guess.sure(true, "bounded.share");
	}

	static Guess<Accumulation> accumulation(ReadRow row, ValueType type) {
		if (type == ValueType.RATIO) {
			return Guess.sure(Accumulation.RATIO_OF_SUMS, "accumulation.ratio");
		}
		if (type == ValueType.PERCENT && GROWTH.matcher(row.lower()).find()) {
			return Guess.sure(Accumulation.GROWTH_RATE, "accumulation.growth");
		}
		if (type == ValueType.QUALITATIVE) {
			return Guess.sure(Accumulation.EVERY_YEAR, "accumulation.words");
		}
		List<BigDecimal> values = row.values();
		BigDecimal period = row.periodValue();
		if (values.size() < 2) {
			return ofOneYear(row, type);
		}
		BigDecimal first = values.get(0);
		BigDecimal last = values.get(values.size() - 1);
		if (values.stream().allMatch((value) -> value.compareTo(first) == 0)
				&& (period == null || period.compareTo(first) == 0)) {
			boolean certain = period != null || first.signum() == 0 || type == ValueType.PERCENT;
			return certain ? Guess.sure(Accumulation.EVERY_YEAR, "accumulation.same")
					: Guess.unsure(Accumulation.EVERY_YEAR, "accumulation.same");
		}
		return (period != null) ? byPeriod(row, type, values, period, last) : withoutPeriod(row, type);
	}

	private static Guess<Accumulation> byPeriod(ReadRow row, ValueType type, List<BigDecimal> values, BigDecimal period,
			BigDecimal last) {
		BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal mean = sum.divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP);
		boolean additive = type != ValueType.PERCENT || CHANGE.matcher(row.lower()).find();
		if (additive && near(sum, period, row, values.size())) {
			return Guess.sure(Accumulation.SUM, "accumulation.sum", text(row.period()));
		}
		boolean ofMean = near(mean, period, row, 1);
		if (ofMean && period.compareTo(last) != 0) {
			return Guess.sure(Accumulation.AVERAGE, "accumulation.mean", text(row.period()));
		}
		if (period.compareTo(last) == 0) {
			return (ofMean && MEAN.matcher(row.key()).find())
					? Guess.unsure(Accumulation.LAST, "accumulation.last", text(row.period()))
					: Guess.sure(Accumulation.LAST, "accumulation.last", text(row.period()));
		}
		boolean almost = sum.signum() != 0 && sum.subtract(period)
			.abs()
			.multiply(HUNDRED)
			.compareTo(sum.abs().multiply(BigDecimal.valueOf(5))) <= 0;
		return (additive && almost) ? Guess.unsure(Accumulation.SUM, "accumulation.almost-sum", text(row.period()))
				: Guess.unsure(Accumulation.LAST, "accumulation.unclear");
	}

	private static Guess<Accumulation> withoutPeriod(ReadRow row, ValueType type) {
		if (type != ValueType.PERCENT && FLOW.matcher(row.key()).find()) {
			return Guess.unsure(Accumulation.SUM, "accumulation.flow");
		}
		return (type == ValueType.PERCENT) ? Guess.sure(Accumulation.LAST, "accumulation.level")
				: Guess.unsure(Accumulation.LAST, "accumulation.level");
	}

	private static Guess<Accumulation> ofOneYear(ReadRow row, ValueType type) {
		BigDecimal only = row.values().isEmpty() ? row.periodValue() : row.values().get(0);
		if (only != null && only.signum() == 0) {
			return Guess.sure(Accumulation.EVERY_YEAR, "accumulation.none");
		}
		if (type != ValueType.PERCENT && FLOW.matcher(row.key()).find()) {
			return Guess.unsure(Accumulation.SUM, "accumulation.flow");
		}
		return Guess.unsure(Accumulation.LAST, "accumulation.one-year");
	}

	/**
	 * Whether two figures differ by no more than their rounding: half a unit of the last
	 * published decimal for each term and for the result.
	 */
	private static boolean near(BigDecimal computed, BigDecimal published, ReadRow row, int terms) {
		int decimals = row.all().mapToInt(ParsedTarget::decimals).max().orElse(0);
		BigDecimal half = BigDecimal.valueOf(5).movePointLeft(decimals + 1);
		return computed.subtract(published).abs().compareTo(half.multiply(BigDecimal.valueOf(terms + 1L))) <= 0;
	}

	/**
	 * Whether the level before the plan measures the same as its targets: a jump of ×5 or
	 * more to the first year says another scope or unit.
	 */
	static Guess<Boolean> baselineComparable(ReadRow row) {
		BigDecimal baseline = row.baselineValue();
		List<BigDecimal> values = row.values();
		if (baseline == null || values.isEmpty() || baseline.signum() <= 0 || values.get(0).signum() <= 0) {
			return Guess.sure(true, "baseline.same");
		}
		return !PlanChecks.isComparable(baseline, values.get(0)) ? Guess.sure(false, "baseline.jump",
				text(row.baseline()), text(row.targets().values().iterator().next()))
				: Guess.sure(true, "baseline.same");
	}

	private static String text(@Nullable ParsedTarget target) {
		return Objects.requireNonNull(target).text();
	}

}
