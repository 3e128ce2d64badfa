package vn.wardkpi.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * An indicator as read models use it.
 *
 * @param decimals the most decimals its targets were published with
 * @param leadUnits its own lead units, or its parent's where it names none; the first
 * answers for it
 */
public record IndicatorRow(long id, String name, @Nullable String unit, @Nullable String field, IndicatorRule rule,
		int decimals, @Nullable Baseline baseline, @Nullable String note, List<LeadUnitRow> leadUnits,
		boolean inheritsLeadUnits, int version) {

	public IndicatorRow {
		leadUnits = List.copyOf(leadUnits);
	}

	public String no() {
		return this.rule.no();
	}

	/**
	 * The lead unit on whose submission this indicator's figures stand.
	 */
	public @Nullable LeadUnitRow answeringUnit() {
		return this.leadUnits.isEmpty() ? null : this.leadUnits.get(0);
	}

	public List<String> leadUnitCodes() {
		return this.leadUnits.stream().map(LeadUnitRow::code).toList();
	}

	/**
	 * Its attributes on one line, for the record of changes.
	 */
	String describe() {
		return String.join(" · ", this.name, (this.unit != null) ? this.unit : "–", this.rule.role().name(),
				this.rule.direction().name(), this.rule.valueType().name(), this.rule.accumulation().name(),
				"bounded=" + this.rule.bounded(), "decisive=" + this.rule.decisive(),
				String.join(", ", leadUnitCodes()));
	}

	/**
	 * Gives rows that name no lead unit their parent's.
	 * @param rows of a whole plan, parents before their sub-indicators, with their own
	 * lead units
	 */
	static List<IndicatorRow> inheriting(List<IndicatorRow> rows) {
		Map<String, IndicatorRow> answered = new LinkedHashMap<>();
		for (IndicatorRow row : rows) {
			IndicatorRow parent = (row.rule().parentNo() != null) ? answered.get(row.rule().parentNo()) : null;
			answered.put(row.no(), (parent != null && row.leadUnits().isEmpty()) ? row.answeredLike(parent) : row);
		}
		return List.copyOf(answered.values());
	}

	private IndicatorRow answeredLike(IndicatorRow parent) {
		return new IndicatorRow(this.id, this.name, this.unit, this.field, this.rule, this.decimals, this.baseline,
				this.note, parent.leadUnits(), true, this.version);
	}

}
