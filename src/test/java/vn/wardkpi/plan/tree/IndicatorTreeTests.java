package vn.wardkpi.plan.tree;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorTreeTests {

	private static final List<String> UNIT = List.of("phong-kinh-te");

	@Test
	void findsNothingInATreeThatHolds() {
		assertThat(found(counted("1"), below("1.1", "1", IndicatorRole.BREAKDOWN, false), group("2"),
				below("2.1", "2", IndicatorRole.BREAKDOWN, true), below("2.2", "2", IndicatorRole.BREAKDOWN, false)))
			.isEmpty();
	}

	@Test
	void numberStandsOnce() {
		assertThat(found(counted("1"), counted("1"), counted("1"))).containsExactly("1 no indicator-twice");
	}

	@Test
	void parentIsOfThePlanAndStandsAbove() {
		assertThat(found(node("9.1", "9", IndicatorRole.BREAKDOWN, false, UNIT, true)))
			.containsExactly("9.1 parentNo parent-unknown");
		assertThat(found(below("1.1", "1", IndicatorRole.BREAKDOWN, false), counted("1")))
			.containsExactly("1.1 parentNo parent-not-above");
		assertThat(found(node("1", "1", IndicatorRole.BREAKDOWN, false, UNIT, true)))
			.containsExactly("1 parentNo parent-not-above");
	}

	@Test
	void breakdownHasAParent() {
		assertThat(found(node("1", null, IndicatorRole.BREAKDOWN, false, UNIT, true)))
			.containsExactly("1 role breakdown-without-parent");
	}

	@Test
	void supplementaryTargetStandsAlone() {
		assertThat(found(counted("1"), node("2", null, IndicatorRole.SUPPLEMENTARY, false, UNIT, true))).isEmpty();
		assertThat(found(counted("1"), below("1.1", "1", IndicatorRole.SUPPLEMENTARY, false)))
			.containsExactly("1.1 role supplementary-in-tree");
		assertThat(found(node("1", null, IndicatorRole.SUPPLEMENTARY, false, UNIT, true),
				below("1.1", "1", IndicatorRole.BREAKDOWN, false)))
			.containsExactly("1.1 role supplementary-in-tree");
	}

	@Test
	void groupHasSubIndicatorsAndNoNumbersOfItsOwn() {
		assertThat(found(group("1"))).containsExactly("1 role group-empty");
		assertThat(found(node("1", null, IndicatorRole.GROUP, false, UNIT, true),
				below("1.1", "1", IndicatorRole.BREAKDOWN, false)))
			.containsExactly("1 role group-with-target");
	}

	@Test
	void oneRowDecidesAGroupAndStandsBelowIt() {
		assertThat(found(node("1", null, IndicatorRole.COUNTED, true, UNIT, true)))
			.containsExactly("1 decisive decisive-without-parent");
		assertThat(found(counted("1"), below("1.1", "1", IndicatorRole.BREAKDOWN, true)))
			.containsExactly("1.1 decisive decisive-outside-group");
		assertThat(found(group("1"), below("1.1", "1", IndicatorRole.BREAKDOWN, true),
				below("1.2", "1", IndicatorRole.BREAKDOWN, true)))
			.containsExactly("1.2 decisive decisive-twice");
	}

	@Test
	void somebodyAnswersForEachIndicator() {
		assertThat(found(node("1", null, IndicatorRole.COUNTED, false, List.of(), true),
				below("1.1", "1", IndicatorRole.BREAKDOWN, false)))
			.containsExactly("1 leadUnits lead-unit-missing", "1.1 leadUnits lead-unit-missing");
	}

	@Test
	void groupNeedsNoUnitWhereItsSubIndicatorsHaveTheirs() {
		assertThat(found(node("1", null, IndicatorRole.GROUP, false, List.of(), false),
				node("1.1", "1", IndicatorRole.BREAKDOWN, false, UNIT, true)))
			.isEmpty();
	}

	@Test
	void indicatorsThatStandBelowEachOtherAreFoundToo() {
		assertThat(
				found(below("1", "2", IndicatorRole.BREAKDOWN, false), below("2", "1", IndicatorRole.BREAKDOWN, false)))
			.containsExactly("1 parentNo parent-not-above", "1 leadUnits lead-unit-missing",
					"2 leadUnits lead-unit-missing");
	}

	private static IndicatorTree.Node counted(String no) {
		return node(no, null, IndicatorRole.COUNTED, false, UNIT, true);
	}

	private static IndicatorTree.Node group(String no) {
		return node(no, null, IndicatorRole.GROUP, false, UNIT, false);
	}

	private static IndicatorTree.Node below(String no, String parentNo, IndicatorRole role, boolean decisive) {
		return node(no, parentNo, role, decisive, List.of(), true);
	}

	private static IndicatorTree.Node node(String no, @Nullable String parentNo, IndicatorRole role, boolean decisive,
			List<String> leadUnits, boolean ownNumbers) {
		return new IndicatorTree.Node(new IndicatorRule(no, parentNo, role, decisive, Direction.HIGHER_IS_BETTER,
				ValueType.PERCENT, Accumulation.LAST, false), leadUnits, ownNumbers);
	}

	private static List<String> found(IndicatorTree.Node... nodes) {
		return IndicatorTree.check(List.of(nodes))
			.stream()
			.map((finding) -> finding.no() + " " + finding.field() + " " + finding.problem().code())
			.toList();
	}

}
