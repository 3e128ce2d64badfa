package vn.wardkpi.attainment.year;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Plans;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.wardkpi.attainment.Plans.ESTIMATE;
import static vn.wardkpi.attainment.Plans.FINAL;
import static vn.wardkpi.attainment.Plans.figure;
import static vn.wardkpi.attainment.Plans.rule;
import static vn.wardkpi.attainment.Plans.target;

class YearStagesTests {

	private static final IndicatorRule SHARE = rule("1").type(ValueType.PERCENT).bounded().build();

	private static final Figure ESTIMATED = figure(ESTIMATE, "96.4");

	private static final Figure MISSED = figure(FINAL, "95.6");

	@ParameterizedTest
	@CsvSource({ "MET, NOT_MET, LOST", "EXCEEDED, NOT_MET, LOST", "NOT_MET, MET, GAINED", "NOT_MET, EXCEEDED, GAINED",
			"EXCEEDED, MET, LOWERED", "MET, EXCEEDED, RAISED", "MET, NO_DATA, WITHDRAWN",
			"MET, NOT_ASSIGNED, WITHDRAWN", "NO_DATA, MET, SETTLED", "IN_PROGRESS, NOT_MET, SETTLED",
			"NOT_ASSIGNED, MET, SETTLED", "MET, MET, UNCHANGED", "NO_DATA, IN_PROGRESS, UNCHANGED",
			"NOT_ASSIGNED, NO_DATA, UNCHANGED" })
	void namesTheWayAVerdictMoved(Verdict estimate, Verdict official, VerdictChange turn) {
		assertThat(VerdictChange.between(estimate, official)).isEqualTo(turn);
		boolean bothOutcomes = estimate.isOutcome() && official.isOutcome();
		assertThat(turn.isFlip()).isEqualTo(bothOutcomes && estimate != official);
	}

	@Test
	void judgesTheEstimateAsIfNothingHadFollowed() {
		YearStages stages = judge(List.of(SHARE), Map.of("1", "96%"), Map.of("1", List.of(ESTIMATED, MISSED)));
		assertThat(stages.estimate().judgements().get("1"))
			.satisfies((then) -> assertThat(then.verdict()).isEqualTo(Verdict.EXCEEDED))
			.satisfies((then) -> assertThat(then.provisional()).isTrue());
		assertThat(stages.official().judgements().get("1").verdict()).isEqualTo(Verdict.NOT_MET);
		assertThat(stages.official().headline().provisional()).isFalse();
		assertThat(stages.turns()).containsExactly(Map.entry("1", VerdictChange.LOST));
		assertThat(stages.flips()).isEqualTo(1);
	}

	@Test
	void theEstimateStandsWhereNoOfficialFigureHasArrived() {
		YearStages stages = judge(List.of(SHARE), Map.of("1", "96%"), Map.of("1", List.of(ESTIMATED)));
		assertThat(stages.official()).isEqualTo(stages.estimate());
		assertThat(stages.official().headline().provisional()).isTrue();
		assertThat(stages.flips()).isZero();
		assertThat(stages.count(VerdictChange.UNCHANGED)).isEqualTo(1);
	}

	@Test
	void aYearInProgressIsSettledByItsOfficialFigure() {
		YearStages stages = judge(List.of(SHARE), Map.of("1", "96%"),
				Map.of("1", List.of(figure(ReportingPeriod.M06, "40"), MISSED)));
		assertThat(stages.estimate().judgements().get("1").verdict()).isEqualTo(Verdict.IN_PROGRESS);
		assertThat(stages.turns()).containsEntry("1", VerdictChange.SETTLED);
		assertThat(stages.flips()).isZero();
	}

	@Test
	void whatAnInYearFigureSettledStaysSettled() {
		IndicatorRule sum = rule("1").adds(Accumulation.SUM).build();
		YearStages stages = judge(List.of(sum), Map.of("1", "100"),
				Map.of("1", List.of(figure(ReportingPeriod.M11, "101"), figure(FINAL, "120"))));
		assertThat(stages.estimate().judgements().get("1")).satisfies((then) -> {
			assertThat(then.verdict()).isEqualTo(Verdict.EXCEEDED);
			assertThat(then.provisional()).isTrue();
		});
		assertThat(stages.turns()).containsEntry("1", VerdictChange.UNCHANGED);
	}

	@Test
	void aGroupTurnsWithItsDecisivePartAndPartsAreNotCounted() {
		List<IndicatorRule> rules = List.of(rule("2").group().build(),
				rule("2.1").partOf("2").decisive().type(ValueType.PERCENT).build(), rule("2.2").partOf("2").build());
		YearStages stages = judge(rules, Map.of("2.1", "66,7%", "2.2", "3"),
				Map.of("2.1", List.of(figure(ESTIMATE, "66.7"), figure(FINAL, "61.1")), "2.2",
						List.of(figure(ESTIMATE, "2"), figure(FINAL, "3"))));
		assertThat(stages.turns()).containsExactly(Map.entry("2", VerdictChange.LOST),
				Map.entry("2.1", VerdictChange.LOST), Map.entry("2.2", VerdictChange.GAINED));
		assertThat(stages.counted()).containsExactly(Map.entry(VerdictChange.LOST, 1));
	}

	@Test
	void anOverrideCountsOnlyAtTheStageAtWhichItHeld() {
		List<IndicatorCase> then = known(Map.of("1", "96%"), Map.of("1", List.of(ESTIMATED, MISSED)), Map.of());
		List<IndicatorCase> now = known(Map.of("1", "96%"), Map.of("1", List.of(ESTIMATED, MISSED)),
				Map.of("1", Verdict.MET));
		YearStages stages = YearStages.judge(then, now);
		assertThat(stages.turns()).containsEntry("1", VerdictChange.LOWERED);
		assertThat(stages.official().judgements().get("1").computed()).isEqualTo(Verdict.NOT_MET);
		YearStages revoked = YearStages.judge(now, then);
		assertThat(revoked.estimate().judgements().get("1").computed()).isEqualTo(Verdict.EXCEEDED);
		assertThat(revoked.turns()).containsEntry("1", VerdictChange.LOST);
	}

	@Test
	void aTargetSetOrTakenBackInBetweenMovesTheHeadline() {
		Map<String, List<Figure>> figures = Map.of("1", List.of(ESTIMATED, MISSED));
		List<IndicatorCase> assigned = known(Map.of("1", "95%"), figures, Map.of());
		List<IndicatorCase> notAssigned = known(Map.of(), figures, Map.of());
		YearStages set = YearStages.judge(notAssigned, assigned);
		assertThat(set.turns()).containsEntry("1", VerdictChange.SETTLED);
		assertThat(set.estimate().headline().assigned()).isZero();
		YearStages takenBack = YearStages.judge(assigned, notAssigned);
		assertThat(takenBack.turns()).containsEntry("1", VerdictChange.WITHDRAWN);
		assertThat(takenBack.official().headline().notAssigned()).isEqualTo(1);
	}

	@Test
	void aChangedTargetIsEnoughForAFlip() {
		Map<String, List<Figure>> figures = Map.of("1", List.of(ESTIMATED, figure(FINAL, "96.4")));
		YearStages stages = YearStages.judge(known(Map.of("1", "97%"), figures, Map.of()),
				known(Map.of("1", "96%"), figures, Map.of()));
		assertThat(stages.turns()).containsEntry("1", VerdictChange.GAINED);
	}

	@Test
	void anOfficialFigureThatCannotBeUsedLeavesTheEstimateInForce() {
		YearStages stages = judge(List.of(SHARE), Map.of("1", "96%"),
				Map.of("1", List.of(ESTIMATED, figure(FINAL, "130"))));
		assertThat(stages.turns()).containsEntry("1", VerdictChange.UNCHANGED);
		assertThat(stages.official().judgements().get("1").provisional()).isTrue();
	}

	private static YearStages judge(List<IndicatorRule> rules, Map<String, String> targets,
			Map<String, List<Figure>> figures) {
		List<IndicatorCase> known = known(rules, targets, figures, Map.of());
		return YearStages.judge(known, known);
	}

	private static List<IndicatorCase> known(Map<String, String> targets, Map<String, List<Figure>> figures,
			Map<String, Verdict> overrides) {
		return known(List.of(SHARE), targets, figures, overrides);
	}

	private static List<IndicatorCase> known(List<IndicatorRule> rules, Map<String, String> targets,
			Map<String, List<Figure>> figures, Map<String, Verdict> overrides) {
		Map<String, ParsedTarget> parsed = new java.util.HashMap<>();
		targets.forEach((no, text) -> parsed.put(no, target(text)));
		return Plans.cases(rules, parsed, figures, overrides);
	}

}
