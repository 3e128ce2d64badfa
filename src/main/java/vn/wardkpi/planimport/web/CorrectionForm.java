package vn.wardkpi.planimport.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.planimport.annex.Stated;
import vn.wardkpi.planimport.proposal.Correction;
import vn.wardkpi.planimport.proposal.Proposal;

/**
 * The selects of the preview, "direction:2.1" and so on. Only what differs from what the
 * program understood is a correction.
 *
 * @param typed the request's parameters
 */
record CorrectionForm(Map<String, String> typed) {

	/**
	 * @param understood the proposal without any correction
	 */
	Map<String, Correction> read(Proposal understood) {
		Map<String, Correction> corrections = new HashMap<>();
		for (Proposal.Row row : understood.rows()) {
			IndicatorView view = row.indicator();
			String no = view.no();
			IndicatorView.BaselineView baseline = view.baseline();
			Correction correction = new Correction(text("name", no, view.name()),
					text("unit", no, Objects.requireNonNullElse(view.unit(), "")),
					new Stated(value("role", no, IndicatorRole.class, view.role()),
							flag("decisive", no, view.decisive()),
							value("direction", no, Direction.class, view.direction()),
							value("valueType", no, ValueType.class, view.valueType()),
							value("accumulation", no, Accumulation.class, view.accumulation()),
							flag("bounded", no, view.bounded()),
							(baseline != null) ? flag("baselineComparable", no, baseline.comparable()) : null));
			if (!correction.equals(new Correction(null, null, Stated.NOTHING))) {
				corrections.put(no, correction);
			}
		}
		return corrections;
	}

	private @Nullable String text(String field, String no, String understood) {
		String text = this.typed.get(field + ":" + no);
		return (text == null || text.isBlank() || text.strip().equals(understood)) ? null : text.strip();
	}

	private <E extends Enum<E>> @Nullable E value(String field, String no, Class<E> type, E understood) {
		String text = this.typed.get(field + ":" + no);
		return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
			.filter((value) -> value.name().equals(text) && value != understood)
			.findFirst()
			.orElse(null);
	}

	private @Nullable Boolean flag(String field, String no, boolean understood) {
		String text = this.typed.get(field + ":" + no);
		if (text == null || text.isBlank()) {
			return null;
		}
		boolean value = Boolean.parseBoolean(text);
		return (value != understood) ? value : null;
	}

}
