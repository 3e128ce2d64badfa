package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.PeriodBuilder;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of any plan. Every case is drawn from a seed, which a failure names.
 */
class RulesPropertiesTests {

	private static final int CASES_PER_SEED = 50;

	private static final List<Verdict> WORST_FIRST = List.of(Verdict.NOT_MET, Verdict.IN_PROGRESS, Verdict.MET,
			Verdict.EXCEEDED);

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 40);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theHeadlineAddsUp(long seed) {
		cases(seed, (random) -> {
			Year year = Year.draw(random);
			YearAttainment attainment = year.judge();
			Headline headline = attainment.headline();
			long counted = year.rules.stream().filter((rule) -> rule.role() != IndicatorRole.BREAKDOWN).count();
			assertThat(headline.assigned()).isEqualTo(headline.exceeded() + headline.met() + headline.notMet()
					+ headline.inProgress() + headline.noData());
			assertThat((long) headline.assigned() + headline.notAssigned()).isEqualTo(counted);
			assertThat(attainment.judgements()).hasSize(year.rules.size());
			assertThat(headline.provisional()).isEqualTo(year.rules.stream()
				.filter((rule) -> rule.role() != IndicatorRole.BREAKDOWN)
				.anyMatch((rule) -> attainment.judgements().get(rule.no()).provisional()));
		});
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theOrderOfAnythingDoesNotMatter(long seed) {
		cases(seed, (random) -> {
			Year year = Year.draw(random);
			YearAttainment attainment = year.judge();
			YearAttainment again = year.shuffled(random).judge();
			assertThat(again.judgements()).isEqualTo(attainment.judgements());
			assertThat(again.headline()).isEqualTo(attainment.headline());
			assertThat(year.judge()).isEqualTo(attainment);
		});
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void anOverrideNeverChangesWhatWasComputed(long seed) {
		cases(seed, (random) -> {
			Year year = Year.draw(random);
			Map<String, Judgement> computed = YearAttainment
				.judge(Plans.cases(year.rules, year.targets, year.figures, Map.of()))
				.judgements();
			year.judge().judgements().forEach((no, judgement) -> {
				assertThat(judgement.computed()).isEqualTo(computed.get(no).verdict());
				assertThat(computed.get(no).overridden()).isFalse();
				if (!judgement.overridden()) {
					assertThat(judgement.verdict()).isEqualTo(judgement.computed());
				}
			});
		});
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void aBetterActualNeverGetsAWorseVerdict(long seed) {
		cases(seed, (random) -> {
			IndicatorRule rule = rule(random, "1");
			ParsedTarget target = target(random, rule);
			if (target.comparator() != null && !target.comparator().suits(rule.direction())) {
				return;
			}
			ReportingPeriod period = any(random, ReportingPeriod.values());
			BigDecimal one = value(random, rule);
			BigDecimal other = value(random, rule);
			boolean higher = rule.direction() == Direction.HIGHER_IS_BETTER;
			Judgement worse = judge(rule, target, Figure.of(period, higher ? one.min(other) : one.max(other)));
			Judgement better = judge(rule, target, Figure.of(period, higher ? one.max(other) : one.min(other)));
			assertThat(WORST_FIRST.indexOf(better.verdict()))
				.as("%s %s %s: %s, then %s", rule, target, period, worse, better)
				.isGreaterThanOrEqualTo(WORST_FIRST.indexOf(worse.verdict()));
			assertThat(better.gap()).isGreaterThanOrEqualTo(worse.gap());
		});
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void moreOfTheSameNeverGetsAWorseVerdict(long seed) {
		cases(seed, (random) -> {
			IndicatorRule rule = Plans.rule("1")
				.direction(any(random, Direction.values()))
				.type(ValueType.RATIO)
				.bounded()
				.build();
			int of = 1 + random.nextInt(30);
			ParsedTarget target = Plans.target(random.nextInt(of + 1) + "/" + of);
			int y = random.nextBoolean() ? of : 1 + random.nextInt(30);
			int x = random.nextInt(y + 1);
			int better = (rule.direction() == Direction.HIGHER_IS_BETTER) ? x + random.nextInt(y - x + 1)
					: random.nextInt(x + 1);
			assertThat(WORST_FIRST.indexOf(judge(rule, target, share(better, y)).verdict()))
				.as("%s %s: %d/%d, then %d/%d", rule, target, x, y, better, y)
				.isGreaterThanOrEqualTo(WORST_FIRST.indexOf(judge(rule, target, share(x, y)).verdict()));
		});
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whatIsWrittenReadsTheSame(long seed) {
		cases(seed, (random) -> {
			ParsedTarget target = target(random, rule(random, "1"));
			String unit = (target.unit() == null && target.valueType() == ValueType.PERCENT) ? "%" : null;
			String written = TargetGrammar.write(target);
			TargetGrammar.Reading reading = TargetGrammar.read(written, unit);
			assertThat(reading).as(written)
				.isEqualTo(new TargetGrammar.Reading.Understood(
						new ParsedTarget(written, target.comparator(), target.value(), target.upper(), target.unit(),
								target.decimals(), target.valueType(), target.approximate())));
		});
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void aBetterYearNeverMakesAWorsePeriod(long seed) {
		List<Course> worstFirst = List.of(Course.REVERSING, Course.OFF_COURSE, Course.LAGGING, Course.ON_COURSE,
				Course.ACHIEVED);
		cases(seed, (random) -> {
			Accumulation accumulation = any(random, Accumulation.SUM, Accumulation.LAST, Accumulation.AVERAGE,
					Accumulation.GROWTH_RATE, Accumulation.EVERY_YEAR);
			Direction direction = any(random, Direction.values());
			IndicatorRule rule = Plans.rule("1").direction(direction).adds(accumulation).build();
			boolean higher = direction == Direction.HIGHER_IS_BETTER;
			PeriodBuilder plan = PeriodBuilder.period(rule)
				.baseline(higher ? "10" : "60")
				.target(higher ? "60" : "10")
				.targets(higher ? new String[] { "20", "30", "40", "50", "60" }
						: new String[] { "50", "40", "30", "20", "10" });
			int year = 2026 + random.nextInt(5);
			for (int before = 2026; before < year; before++) {
				plan.figure(before, Figure.of(ReportingPeriod.FINAL, decimal(random, 70, 1)));
			}
			BigDecimal one = decimal(random, 70, 1);
			BigDecimal other = decimal(random, 70, 1);
			PeriodAttainment worse = plan
				.figure(year, Figure.of(ReportingPeriod.FINAL, higher ? one.min(other) : one.max(other)))
				.judge();
			PeriodAttainment better = plan
				.figure(year, Figure.of(ReportingPeriod.FINAL, higher ? one.max(other) : one.min(other)))
				.judge();
			assertThat(worstFirst.indexOf(better.course())).as("%s: %s, then %s", rule, worse, better)
				.isGreaterThanOrEqualTo(worstFirst.indexOf(worse.course()));
		});
	}

	private static void cases(long seed, Consumer<Random> property) {
		Random random = new Random(seed);
		for (int i = 0; i < CASES_PER_SEED; i++) {
			try {
				property.accept(random);
			}
			catch (AssertionError error) {
				throw new AssertionError("seed " + seed + ", case " + i + ": " + error.getMessage(), error);
			}
		}
	}

	private static Judgement judge(IndicatorRule rule, ParsedTarget target, Figure figure) {
		return new IndicatorCase(rule, target, List.of(figure), null).judge();
	}

	private static Figure share(int x, int y) {
		return Figure.ofRatio(ReportingPeriod.FINAL, BigDecimal.valueOf(x), BigDecimal.valueOf(y));
	}

	@SafeVarargs
	private static <T> T any(Random random, T... of) {
		return of[random.nextInt(of.length)];
	}

	private static BigDecimal decimal(Random random, int below, int decimals) {
		return BigDecimal.valueOf(random.nextInt(below * (int) Math.pow(10, decimals)), decimals);
	}

	private static IndicatorRule rule(Random random, String no) {
		ValueType type = any(random, ValueType.AMOUNT, ValueType.PERCENT, ValueType.COUNT);
		Plans.RuleBuilder rule = Plans.rule(no)
			.type(type)
			.direction(any(random, Direction.values()))
			.adds(any(random, Accumulation.values()));
		return (type == ValueType.PERCENT && random.nextBoolean()) ? rule.bounded().build() : rule.build();
	}

	private static BigDecimal value(Random random, IndicatorRule rule) {
		return (rule.valueType() == ValueType.COUNT) ? BigDecimal.valueOf(random.nextInt(20))
				: decimal(random, 101, random.nextInt(3)).min(BigDecimal.valueOf(100));
	}

	private static ParsedTarget target(Random random, IndicatorRule rule) {
		Comparator comparator = any(random, null, null, Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST,
				Comparator.LESS_THAN, Comparator.BETWEEN, Comparator.EXACTLY);
		int decimals = (rule.valueType() == ValueType.COUNT) ? 0 : 1 + random.nextInt(2);
		BigDecimal one = decimal(random, 100, decimals);
		BigDecimal other = decimal(random, 100, decimals);
		boolean between = comparator == Comparator.BETWEEN;
		String unit = switch (rule.valueType()) {
			case PERCENT -> any(random, "%", null);
			case COUNT -> any(random, "trường", "thôn, làng", "người/năm", null);
			default -> any(random, "tỷ đồng", "ha", "triệu đồng/người/tháng");
		};
		return new ParsedTarget("", comparator, between ? one.min(other) : one, between ? one.max(other) : null, unit,
				decimals, rule.valueType(), random.nextInt(5) == 0);
	}

	/** A year of a plan with groups, gaps, estimates and overrides. */
	private static final class Year {

		private final List<IndicatorRule> rules = new ArrayList<>();

		private final Map<String, ParsedTarget> targets = new HashMap<>();

		private final Map<String, List<Figure>> figures = new HashMap<>();

		private final Map<String, Verdict> overrides = new HashMap<>();

		static Year draw(Random random) {
			Year year = new Year();
			int count = 1 + random.nextInt(8);
			for (int i = 1; i <= count; i++) {
				if (random.nextInt(4) == 0) {
					year.addGroup(random, String.valueOf(i));
				}
				else {
					year.add(random, rule(random, String.valueOf(i)));
				}
			}
			return year;
		}

		private void addGroup(Random random, String no) {
			this.rules.add(Plans.rule(no).group().build());
			int parts = random.nextInt(4);
			int decisive = random.nextInt(6);
			for (int i = 1; i <= parts; i++) {
				Plans.RuleBuilder part = Plans.rule(no + "." + i).partOf(no).type(ValueType.COUNT);
				add(random, (i == decisive) ? part.decisive().build() : part.build());
			}
			override(random, no);
		}

		private void add(Random random, IndicatorRule rule) {
			this.rules.add(rule);
			if (random.nextInt(5) > 0) {
				this.targets.put(rule.no(), target(random, rule));
			}
			List<Figure> of = new ArrayList<>();
			for (ReportingPeriod period : ReportingPeriod.values()) {
				if (random.nextInt(8) == 0) {
					of.add(Figure.of(period, value(random, rule)));
				}
			}
			this.figures.put(rule.no(), of);
			override(random, rule.no());
		}

		private void override(Random random, String no) {
			if (random.nextInt(6) == 0) {
				this.overrides.put(no, any(random, Verdict.MET, Verdict.EXCEEDED, Verdict.NOT_MET));
			}
		}

		Year shuffled(Random random) {
			Year other = new Year();
			other.rules.addAll(this.rules);
			Collections.shuffle(other.rules, random);
			other.targets.putAll(this.targets);
			other.overrides.putAll(this.overrides);
			this.figures.forEach((no, of) -> {
				List<Figure> shuffled = new ArrayList<>(of);
				Collections.shuffle(shuffled, random);
				other.figures.put(no, shuffled);
			});
			return other;
		}

		YearAttainment judge() {
			return YearAttainment.judge(Plans.cases(this.rules, this.targets, this.figures, this.overrides));
		}

	}

}
