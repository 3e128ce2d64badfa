package vn.wardkpi.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * An indicator as read models use it.
 *
 * @param decimals the most decimals its targets were published with
 * @param leaderInCharge who of the ward's leaders answers for it in person, where it was
 * asked for
 * @param leadUnits its own lead units, or its parent's where it names none; the first
 * answers for it
 * @param figuresOf the five-year plan's indicator whose figures are its own too
 * @param unitsOfYears the lead units at the end of each past year in which they were
 * others, or called otherwise
 */
public record IndicatorRow(long id, String name, @Nullable String unit, @Nullable String field, IndicatorRule rule,
		int decimals, @Nullable Baseline baseline, @Nullable String note, @Nullable String leaderInCharge,
		List<LeadUnitRow> leadUnits, boolean inheritsLeadUnits, int version, @Nullable FiguresOf figuresOf,
		SortedMap<Integer, List<LeadUnitRow>> unitsOfYears) {

	public IndicatorRow {
		leadUnits = List.copyOf(leadUnits);
		unitsOfYears = Collections.unmodifiableSortedMap(new TreeMap<>(unitsOfYears));
	}

	public IndicatorRow(long id, String name, @Nullable String unit, @Nullable String field, IndicatorRule rule,
			int decimals, @Nullable Baseline baseline, @Nullable String note, List<LeadUnitRow> leadUnits,
			boolean inheritsLeadUnits, int version) {
		this(id, name, unit, field, rule, decimals, baseline, note, null, leadUnits, inheritsLeadUnits, version, null,
				new TreeMap<>());
	}

	public String no() {
		return this.rule.no();
	}

	/**
	 * Whether its figures are entered here, and not with the five-year plan.
	 */
	public boolean isEntered() {
		return this.figuresOf == null;
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
	 * The codes of lead units it names itself.
	 */
	public List<String> ownLeadUnitCodes() {
		return this.inheritsLeadUnits ? List.of() : leadUnitCodes();
	}

	/**
	 * Its attributes on one line, for the record of changes.
	 */
	String describe() {
		List<String> parts = new ArrayList<>(List.of(this.name, (this.unit != null) ? this.unit : "–",
				this.rule.role().name(), this.rule.direction().name(), this.rule.valueType().name(),
				this.rule.accumulation().name(), "bounded=" + this.rule.bounded(), "decisive=" + this.rule.decisive(),
				this.leadUnits.stream().map(LeadUnitRow::name).collect(Collectors.joining("; "))));
		describe("parent", this.rule.parentNo(), parts);
		describe("field", this.field, parts);
		describe("leader", this.leaderInCharge, parts);
		describe("baseline", (this.baseline != null) ? this.baseline.describe() : null, parts);
		describe("note", this.note, parts);
		return FreeText.shortened(String.join(" · ", parts), FreeText.WORDS.longest());
	}

	private static void describe(String what, @Nullable String text, List<String> parts) {
		if (text != null) {
			parts.add(what + "=" + text);
		}
	}

	/**
	 * The same with its leader, the indicator at which its figures stand, the lead units
	 * of past years, and of which figures its baseline is made.
	 */
	IndicatorRow ledBy(@Nullable String leader, @Nullable FiguresOf figures, SortedMap<Integer, List<LeadUnitRow>> past,
			@Nullable String origin) {
		return new IndicatorRow(this.id, this.name, this.unit, this.field, this.rule, this.decimals,
				(this.baseline != null) ? this.baseline.madeOf(origin) : null, this.note, leader, this.leadUnits,
				this.inheritsLeadUnits, this.version, figures, past);
	}

	/**
	 * With the lead units of a year, as they were called then.
	 */
	public IndicatorRow inYear(int year) {
		List<LeadUnitRow> then = this.unitsOfYears.get(year);
		return (then == null) ? this
				: new IndicatorRow(this.id, this.name, this.unit, this.field, this.rule, this.decimals, this.baseline,
						this.note, this.leaderInCharge, then, this.inheritsLeadUnits, this.version, this.figuresOf,
						this.unitsOfYears);
	}

	/**
	 * Gives rows that name no lead unit their parent's.
	 * @param rows of a whole plan with their own lead units
	 */
	static List<IndicatorRow> inheriting(List<IndicatorRow> rows) {
		Map<String, IndicatorRow> byNo = new HashMap<>();
		rows.forEach((row) -> byNo.put(row.no(), row));
		return rows.stream().map((row) -> row.answered(byNo)).toList();
	}

	private IndicatorRow answered(Map<String, IndicatorRow> byNo) {
		IndicatorRow above = above(byNo);
		if (!this.leadUnits.isEmpty() || above == null) {
			return this;
		}
		Set<String> seen = new HashSet<>();
		List<LeadUnitRow> units = List.of();
		SortedMap<Integer, List<LeadUnitRow>> past = new TreeMap<>();
		while (above != null && units.isEmpty() && seen.add(above.no())) {
			units = above.leadUnits;
			past = above.unitsOfYears;
			above = above.above(byNo);
		}
		return new IndicatorRow(this.id, this.name, this.unit, this.field, this.rule, this.decimals, this.baseline,
				this.note, this.leaderInCharge, units, true, this.version, this.figuresOf,
				this.unitsOfYears.isEmpty() ? past : this.unitsOfYears);
	}

	private @Nullable IndicatorRow above(Map<String, IndicatorRow> byNo) {
		return (this.rule.parentNo() != null) ? byNo.get(this.rule.parentNo()) : null;
	}

	/**
	 * Where figures are entered that serve another plan as well.
	 */
	public record FiguresOf(long planId, String no) {
	}

}
