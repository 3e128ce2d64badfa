package vn.wardkpi.plan.web.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.edit.PlanEdit.Aim;
import vn.wardkpi.plan.web.editor.EditorColumn.Choice;
import vn.wardkpi.plan.web.editor.EditorColumn.Group;
import vn.wardkpi.ward.LeadUnitRow;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The columns of a plan's table: what an indicator is, then what every issuer asks for.
 */
final class EditorColumns {

	private static final int NAME = 300;

	private static final int WORDS = 2_000;

	private static final int SHORT = 15;

	private final ProblemMessages messages;

	private final List<EditorColumn> columns = new ArrayList<>();

	private final PlanSummary plan;

	private EditorColumns(PlanSummary plan, ProblemMessages messages) {
		this.plan = plan;
		this.messages = messages;
	}

	static List<EditorColumn> of(PlanSummary plan, Collection<Issuer> issuers, List<LeadUnitRow> units,
			ProblemMessages messages) {
		EditorColumns made = new EditorColumns(plan, messages);
		made.indicator(units);
		for (Issuer issuer : issuers) {
			for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
				made.target(issuer, year);
			}
			made.target(issuer, null);
		}
		return List.copyOf(made.columns);
	}

	private void indicator(List<LeadUnitRow> units) {
		text("no", "plan.no", Group.NAME, "w-s", SHORT);
		text("name", "plan.indicator.name", Group.NAME, "w-xl", NAME);
		text("unit", "plan.unit", Group.NAME, "w-m", NAME);
		text("order", "plan.editor.order", Group.PLACE, "w-s", SHORT);
		text("field", "plan.field", Group.PLACE, "w-l", NAME);
		text("parentNo", "plan.editor.parent", Group.PLACE, "w-s", SHORT);
		choice("role", "plan.indicator.role", "enum.indicator-role.", IndicatorRole.values());
		choice("direction", "plan.indicator.direction", "enum.direction.", Direction.values());
		choice("valueType", "plan.indicator.value-type", "enum.value-type.", ValueType.values());
		choice("accumulation", "plan.indicator.accumulation", "enum.accumulation.", Accumulation.values());
		yesNo("bounded", "plan.indicator.bounded", Group.RULE);
		yesNo("decisive", "plan.indicator.decisive", Group.RULE);
		List<Choice> answering = new ArrayList<>(List.of(new Choice("", this.messages.text("plan.editor.of-parent"))));
		units.forEach((unit) -> answering.add(new Choice(unit.code(), unit.name())));
		add("answering", "plan.indicator.answering", Group.UNITS, "w-l", 0, answering);
		text("cooperating", "plan.indicator.cooperating", Group.UNITS, "w-l", WORDS);
		text("leaderInCharge", "plan.leader", Group.UNITS, "w-l", NAME);
		text("note", "plan.note", Group.UNITS, "w-l", WORDS);
		text("baselineYear", "plan.editor.baseline-year", Group.BASELINE, "w-s", SHORT);
		text("baseline", "plan.editor.baseline", Group.BASELINE, "w-m", WORDS);
		yesNo("baselineComparable", "plan.editor.baseline-comparable", Group.BASELINE);
	}

	private void target(Issuer issuer, @Nullable Integer year) {
		String who = this.messages.text(this.plan.issuerKey(issuer));
		String when = (year != null) ? String.valueOf(year) : this.messages.text("plan.period");
		this.columns.add(new EditorColumn(Aim.field(issuer, year), who + " " + when, Group.TARGETS, "w-m", WORDS,
				List.of(), issuer, year));
	}

	private void text(String key, String label, Group group, String width, int longest) {
		add(key, label, group, width, longest, List.of());
	}

	private void choice(String key, String label, String words, Enum<?>[] values) {
		add(key, label, Group.RULE, "w-l", 0,
				Arrays.stream(values)
					.map((value) -> new Choice(value.name(), this.messages.text(words + value.name())))
					.collect(Collectors.toList()));
	}

	private void yesNo(String key, String label, Group group) {
		add(key, label, group, "w-s", 0, List.of(new Choice("true", this.messages.text("plan.editor.yes")),
				new Choice("false", this.messages.text("plan.editor.no"))));
	}

	private void add(String key, String label, Group group, String width, int longest, List<Choice> choices) {
		this.columns.add(new EditorColumn(key, this.messages.text(label), group, width, longest, choices, null, null));
	}

}
