package vn.wardkpi.planimport.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.Stated;
import vn.wardkpi.planimport.proposal.Correction;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.web.ImportView.ImportProblemView;

/**
 * A row of the annex beside what was understood, as the page shows it.
 *
 * @param open whether there is something to look at
 */
record PreviewRow(AnnexRow source, IndicatorView indicator, List<Attribute> attributes,
		List<ImportProblemView> problems, boolean open) {

	static PreviewRow of(Proposal.Row row, Map<String, Inferred> inferred, @Nullable Correction correction,
			List<ImportProblemView> problems, ImportMessages messages) {
		IndicatorView view = row.indicator();
		Stated corrected = (correction != null) ? correction.stated() : Stated.NOTHING;
		List<Attribute> attributes = new ArrayList<>();
		Choices choices = new Choices(view.no(), inferred, messages);
		attributes
			.add(choices.of("direction", Direction.values(), "direction", view.direction(), corrected.direction()));
		attributes
			.add(choices.of("valueType", ValueType.values(), "value-type", view.valueType(), corrected.valueType()));
		attributes.add(choices.of("accumulation", Accumulation.values(), "accumulation", view.accumulation(),
				corrected.accumulation()));
		attributes.add(choices.yesNo("bounded", view.bounded(), corrected.bounded()));
		attributes.add(choices.of("role", IndicatorRole.values(), "indicator-role", view.role(), corrected.role()));
		if (view.parentNo() != null) {
			attributes.add(choices.yesNo("decisive", view.decisive(), corrected.decisive()));
		}
		IndicatorView.BaselineView baseline = view.baseline();
		if (baseline != null) {
			attributes.add(choices.yesNo("baselineComparable", baseline.comparable(), corrected.baselineComparable()));
		}
		boolean open = !problems.isEmpty() || attributes.stream().anyMatch(Attribute::unsure);
		return new PreviewRow(row.source(), view, attributes, problems, open);
	}

	/**
	 * @param why the reason it was inferred, or {@code null} where the file states it
	 * @param unsure whether it is to be looked at closely
	 * @param corrected whether a person changed it
	 */
	record Attribute(String field, String value, String label, List<Choice> choices, @Nullable String why,
			boolean unsure, boolean corrected) {
	}

	record Choice(String value, String label, boolean selected) {
	}

	private record Choices(String no, Map<String, Inferred> inferred, ImportMessages messages) {

		<E extends Enum<E>> Attribute of(String field, E[] values, String bundle, E chosen, @Nullable E corrected) {
			List<Choice> choices = new ArrayList<>();
			for (E value : values) {
				choices.add(new Choice(value.name(), label(bundle, value.name()), value == chosen));
			}
			return attribute(field, chosen.name(), label(bundle, chosen.name()), choices, corrected != null);
		}

		Attribute yesNo(String field, boolean chosen, @Nullable Boolean corrected) {
			List<Choice> choices = List.of(new Choice("true", flag(field, true), chosen),
					new Choice("false", flag(field, false), !chosen));
			return attribute(field, String.valueOf(chosen), flag(field, chosen), choices, corrected != null);
		}

		private Attribute attribute(String field, String value, String label, List<Choice> choices, boolean corrected) {
			Inferred found = corrected ? null : this.inferred.get(this.no + "/" + field);
			return new Attribute(field, value, label, choices, (found != null) ? this.messages.why(found) : null,
					found != null && !found.certain(), corrected);
		}

		private String flag(String field, boolean value) {
			return this.messages.text("planimport." + field + "." + value);
		}

		private String label(String bundle, String name) {
			return this.messages.text("enum." + bundle + "." + name);
		}

	}

}
