package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.web.wizard.TableView.Choice;

/**
 * One row with everything in it that can be put right.
 *
 * @param name of its indicator, or what the row says
 * @param attributes of the indicator; empty where the row states none
 * @param cells by column
 * @param divided whether it is a part of a row
 */
record RowEditor(String key, String whole, int number, String name, List<Value> attributes, List<Value> cells,
		boolean divided, boolean changed, List<String> leadUnits) {

	/**
	 * @param value as it stands
	 * @param choices empty where it is written
	 * @param why the reason it was inferred, if it was
	 */
	record Value(String field, String label, String value, List<Choice> choices, @Nullable String why, boolean unsure,
			boolean changed) {
	}

	/**
	 * @param leadUnits names that the ward already has
	 */
	static RowEditor of(RowKey key, FilePlaces places, Understandings understandings, AnswerFields answers,
			List<String> leadUnits, WizardMessages messages) {
		Proposal.Row row = places.understood(key).orElse(null);
		RowValues said = understandings.values(key);
		SourceRow source = places.row(key).orElseThrow();
		String name = (row != null) ? row.indicator().no() + " " + row.indicator().name()
				: String.join(" · ", source.texts());
		return new RowEditor(key.toString(), key.whole().toString(), source.number(), name,
				attributes(key, row, places, understandings, messages),
				cells(key, source, places, answers, said, messages), key.part() > 0, !said.isEmpty(), leadUnits);
	}

	private static List<Value> attributes(RowKey key, Proposal.@Nullable Row row, FilePlaces places,
			Understandings understandings, WizardMessages messages) {
		List<Value> values = new ArrayList<>();
		RowValues said = understandings.values(key);
		for (RowValue value : RowValue.values()) {
			String present = (row == null) ? said.said(value, "") : (value == RowValue.LEAD_UNITS)
					? String.join("; ", row.source().leadUnits()) : Understandings.value(row.indicator(), value);
			boolean offered = row != null || value == RowValue.NO || value == RowValue.NAME;
			if (present != null && offered) {
				Inferred found = (row != null && said.said(value) == null)
						? understandings.inferred(row.indicator().no(), value.key()) : null;
				values.add(new Value(value.key() + ":" + key, messages.text("planimport.field." + value.key()), present,
						(value == RowValue.PARENT_NO) ? parents(row, places, present, messages)
								: understandings.choices(value, present),
						(found != null) ? messages.why(found) : null, found != null && !found.certain(),
						said.said(value) != null));
			}
		}
		return values;
	}

	/** The indicators above it. */
	private static List<Choice> parents(Proposal.@Nullable Row row, FilePlaces places, String present,
			WizardMessages messages) {
		List<Choice> parents = new ArrayList<>();
		parents.add(new Choice("", messages.text("planimport.parent.none"), present.isEmpty()));
		for (Proposal.Row other : places.reading().proposal().rows()) {
			if (other.equals(row)) {
				break;
			}
			IndicatorView view = other.indicator();
			parents.add(new Choice(view.no(), view.no() + " " + shortened(view.name()), view.no().equals(present)));
		}
		if (parents.stream().noneMatch(Choice::selected)) {
			parents.add(new Choice(present, present, true));
		}
		return parents;
	}

	private static String shortened(String name) {
		return (name.length() > 60) ? name.substring(0, 60) + "…" : name;
	}

	private static List<Value> cells(RowKey key, SourceRow source, FilePlaces places, AnswerFields answers,
			RowValues said, WizardMessages messages) {
		List<Value> cells = new ArrayList<>();
		List<vn.wardkpi.planimport.table.Column> columns = places.columns(key);
		for (int i = 0; i < Math.max(columns.size(), source.cells().size()); i++) {
			SourceCell cell = source.cell(i);
			Part part = (i < columns.size()) ? columns.get(i).part() : Part.NONE;
			boolean shown = part != Part.JOINED && part != Part.NUMBER && part != Part.NAME && part != Part.UNIT
					&& part != Part.LEAD_UNIT && part != Part.LEADER && part != Part.FIELD
					&& (part != Part.NONE || !cell.isBlank());
			if (shown) {
				String title = (i < columns.size()) ? columns.get(i).title() : "";
				String label = messages.text("planimport.cell.label",
						Objects.requireNonNull(
								new vn.wardkpi.planimport.source.Place(null, source.number(), i + 1).cell()),
						title.isEmpty() ? messages.text("planimport.column.NONE") : title);
				cells.add(new Value("cell:" + key + ":" + (i + 1), label, answers.text(key, i + 1), List.of(), null,
						false, said.cells().containsKey(i + 1)));
			}
		}
		return cells;
	}

}
