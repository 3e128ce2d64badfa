package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words in which tests describe a plan.
 */
final class Plans {

	static final ReportingPeriod FINAL = ReportingPeriod.FINAL;

	static final ReportingPeriod ESTIMATE = ReportingPeriod.ESTIMATE;

	private Plans() {
	}

	static IndicatorRule share() {
		return rule("1").type(ValueType.PERCENT).bounded().build();
	}

	static RuleBuilder rule(String no) {
		return new RuleBuilder(no);
	}

	static ParsedTarget target(String text) {
		return target(text, null);
	}

	static ParsedTarget target(String text, String unit) {
		TargetGrammar.Reading reading = TargetGrammar.read(text, unit);
		if (reading instanceof TargetGrammar.Reading.Understood understood) {
			return understood.target();
		}
		throw new IllegalArgumentException(reading.toString());
	}

	static Figure figure(ReportingPeriod period, String value) {
		return Figure.of(period, new BigDecimal(value));
	}

	static Figure ratio(ReportingPeriod period, String x, String y) {
		return Figure.ofRatio(period, new BigDecimal(x), new BigDecimal(y));
	}

	static Judgement judge(IndicatorRule rule, String target, Figure... figures) {
		return YearAttainment
			.judge(List.of(rule), Map.of(rule.no(), target(target)), Map.of(rule.no(), List.of(figures)), Map.of())
			.judgements()
			.get(rule.no());
	}

	static YearBuilder year() {
		return new YearBuilder();
	}

	static final class RuleBuilder {

		private final String no;

		private String parentNo;

		private IndicatorRole role = IndicatorRole.COUNTED;

		private boolean decisive;

		private Direction direction = Direction.HIGHER_IS_BETTER;

		private ValueType valueType = ValueType.AMOUNT;

		private Accumulation accumulation = Accumulation.LAST;

		private boolean bounded;

		private RuleBuilder(String no) {
			this.no = no;
		}

		RuleBuilder partOf(String parent) {
			this.parentNo = parent;
			this.role = IndicatorRole.BREAKDOWN;
			return this;
		}

		RuleBuilder group() {
			this.role = IndicatorRole.GROUP;
			return this;
		}

		RuleBuilder decisive() {
			this.decisive = true;
			return this;
		}

		RuleBuilder lower() {
			this.direction = Direction.LOWER_IS_BETTER;
			return this;
		}

		RuleBuilder direction(Direction of) {
			this.direction = of;
			return this;
		}

		RuleBuilder type(ValueType type) {
			this.valueType = type;
			return this;
		}

		RuleBuilder adds(Accumulation how) {
			this.accumulation = how;
			return this;
		}

		RuleBuilder bounded() {
			this.bounded = true;
			return this;
		}

		IndicatorRule build() {
			return new IndicatorRule(this.no, this.parentNo, this.role, this.decisive, this.direction, this.valueType,
					this.accumulation, this.bounded);
		}

	}

	/** One year of a plan, indicator by indicator. */
	static final class YearBuilder {

		private final List<IndicatorRule> rules = new java.util.ArrayList<>();

		private final Map<String, ParsedTarget> targets = new LinkedHashMap<>();

		private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

		private final Map<String, Verdict> overrides = new LinkedHashMap<>();

		YearBuilder with(IndicatorRule rule) {
			this.rules.add(rule);
			return this;
		}

		YearBuilder with(IndicatorRule rule, String target, Figure... figures) {
			this.rules.add(rule);
			this.targets.put(rule.no(), target(target));
			this.figures.put(rule.no(), List.of(figures));
			return this;
		}

		YearBuilder override(String no, Verdict verdict) {
			this.overrides.put(no, verdict);
			return this;
		}

		YearAttainment judge() {
			return YearAttainment.judge(this.rules, this.targets, this.figures, this.overrides);
		}

		Judgement judge(String no) {
			return judge().judgements().get(no);
		}

	}

}
