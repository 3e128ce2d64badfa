package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.util.List;

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
		int decimals, @Nullable Baseline baseline, @Nullable String leaderInCharge, @Nullable String note,
		List<LeadUnitRow> leadUnits, boolean inheritsLeadUnits, int version) {

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

	IndicatorRow withLeadUnits(List<LeadUnitRow> units, boolean inherited) {
		return new IndicatorRow(this.id, this.name, this.unit, this.field, this.rule, this.decimals, this.baseline,
				this.leaderInCharge, this.note, units, inherited, this.version);
	}

	/**
	 * The level before the plan begins.
	 *
	 * @param value {@code null} where the text is no number
	 */
	public record Baseline(int year, String text, @Nullable BigDecimal value, boolean comparable) {
	}

}
