package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;

/**
 * Words in which tests describe a plan.
 */
public final class Plans {

	public static final ReportingPeriod FINAL = ReportingPeriod.FINAL;

	public static final ReportingPeriod ESTIMATE = ReportingPeriod.ESTIMATE;

	private Plans() {
	}

	public static IndicatorRule share() {
		return rule("1").type(ValueType.PERCENT).bounded().build();
	}

	public static RuleBuilder rule(String no) {
		return new RuleBuilder(no);
	}

	public static ParsedTarget target(String text) {
		return target(text, null);
	}

	public static ParsedTarget target(String text, String unit) {
		TargetGrammar.Reading reading = TargetGrammar.read(text, unit);
		if (reading instanceof TargetGrammar.Reading.Understood understood) {
			return understood.target();
		}
		throw new IllegalArgumentException(reading.toString());
	}

	public static Figure figure(ReportingPeriod period, String value) {
		return Figure.of(period, new BigDecimal(value));
	}

	public static Figure ratio(ReportingPeriod period, String x, String y) {
		return Figure.ofRatio(period, new BigDecimal(x), new BigDecimal(y));
	}

	public static Judgement judge(IndicatorRule rule, String target, Figure... figures) {
		return new IndicatorCase(rule, target(target), List.of(figures), null).judge();
	}

	public static List<IndicatorCase> cases(Collection<IndicatorRule> rules, Map<String, ParsedTarget> targets,
			Map<String, List<Figure>> figures, Map<String, Verdict> overrides) {
		return rules.stream()
			.map((rule) -> new IndicatorCase(rule, targets.get(rule.no()), figures.getOrDefault(rule.no(), List.of()),
					overrides.get(rule.no())))
			.toList();
	}

	public static YearBuilder year() {
		return new YearBuilder();
	}

	public static final class RuleBuilder {

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

		public RuleBuilder partOf(String parent) {
			this.parentNo = parent;
			this.role = IndicatorRole.BREAKDOWN;
			return this;
		}

		public RuleBuilder group() {
			this.role = IndicatorRole.GROUP;
			return this;
		}

		public RuleBuilder decisive() {
			this.decisive = true;
			return this;
		}

		public RuleBuilder lower() {
			this.direction = Direction.LOWER_IS_BETTER;
			return this;
		}

		public RuleBuilder direction(Direction of) {
			this.direction = of;
			return this;
		}

		public RuleBuilder type(ValueType type) {
			this.valueType = type;
			return this;
		}

		public RuleBuilder adds(Accumulation how) {
			this.accumulation = how;
			return this;
		}

		public RuleBuilder bounded() {
			this.bounded = true;
			return this;
		}

		public IndicatorRule build() {
			return new IndicatorRule(this.no, this.parentNo, this.role, this.decisive, this.direction, this.valueType,
					this.accumulation, this.bounded);
		}

	}

	/** One year of a plan, indicator by indicator. */
	public static final class YearBuilder {

		private final List<IndicatorRule> rules = new java.util.ArrayList<>();

		private final Map<String, ParsedTarget> targets = new LinkedHashMap<>();

		private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

		private final Map<String, Verdict> overrides = new LinkedHashMap<>();

		public YearBuilder with(IndicatorRule rule) {
			this.rules.add(rule);
			return this;
		}

		public YearBuilder with(IndicatorRule rule, String target, Figure... figures) {
			this.rules.add(rule);
			this.targets.put(rule.no(), target(target));
			this.figures.put(rule.no(), List.of(figures));
			return this;
		}

		public YearBuilder override(String no, Verdict verdict) {
			this.overrides.put(no, verdict);
			return this;
		}

		public YearAttainment judge() {
			return YearAttainment.judge(cases(this.rules, this.targets, this.figures, this.overrides));
		}

		public Judgement judge(String no) {
			return judge().judgements().get(no);
		}

	}

}
