package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * What the columns of a plan's tables mean, whichever statement selects them.
 */
public final class PlanColumns {

	private PlanColumns() {
	}

	/**
	 * From the columns of {@code indicator_in_force}, its parent's number as
	 * {@code parent_no}, and its lead units, the answering one first, as the arrays
	 * {@code ids}, {@code codes} and {@code names}; {@code inherits} says whether they
	 * are its parent's.
	 */
	public static IndicatorRow indicator(ResultSet rs) throws SQLException {
		String baselineText = rs.getString("baseline_text");
		BigDecimal baselineValue = rs.getBigDecimal("baseline_value");
		Baseline baseline = (baselineText != null) ? new Baseline(rs.getInt("baseline_year"), baselineText,
				baselineValue, rs.getBoolean("baseline_comparable")) : null;
		return new IndicatorRow(rs.getLong("id"), text(rs, "name"), rs.getString("unit"), rs.getString("field"),
				rule(rs), rs.getInt("decimals"), baseline, rs.getString("note"), units(rs, ""),
				rs.getBoolean("inherits"), rs.getInt("version"));
	}

	/**
	 * Likewise, with its leader, the indicator at which its figures stand, the lead units
	 * of past years and of which figures the baseline is made.
	 */
	static IndicatorRow described(ResultSet rs) throws SQLException {
		return indicator(rs).ledBy(rs.getString("leader_in_charge"), source(rs), unitsOfYears(rs),
				rs.getString("origin"));
	}

	/**
	 * From the columns of {@code indicator_in_force} and its parent's number as
	 * {@code parent_no}.
	 */
	static IndicatorRule rule(ResultSet rs) throws SQLException {
		return new IndicatorRule(text(rs, "no"), rs.getString("parent_no"), IndicatorRole.valueOf(text(rs, "role")),
				rs.getBoolean("decisive"), Direction.valueOf(text(rs, "direction")),
				ValueType.valueOf(text(rs, "value_type")), Accumulation.valueOf(text(rs, "accumulation")),
				rs.getBoolean("bounded"));
	}

	/**
	 * From the columns {@code source_plan} and {@code source_no}.
	 */
	private static IndicatorRow.@Nullable FiguresOf source(ResultSet rs) throws SQLException {
		String no = rs.getString("source_no");
		return (no != null) ? new IndicatorRow.FiguresOf(rs.getLong("source_plan"), no) : null;
	}

	/**
	 * From the columns of {@code plan_row} and its ward's {@code ward_name},
	 * {@code ward_kind} and {@code province_name}.
	 */
	public static PlanSummary plan(ResultSet rs) throws SQLException {
		return plan(rs, Map.of());
	}

	/** The same with {@code annual}: "2027:15" of each annual plan in force. */
	static PlanSummary known(ResultSet rs, int at) throws SQLException {
		Map<Integer, Long> annual = new HashMap<>();
		for (String one : Columns.texts(rs, "annual")) {
			String[] parts = one.split(":", 2);
			annual.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
		}
		return plan(rs, annual);
	}

	private static PlanSummary plan(ResultSet rs, Map<Integer, Long> annual) throws SQLException {
		return new PlanSummary(rs.getLong("id"), new WardCode(text(rs, "ward_code")), text(rs, "ward_name"),
				text(rs, "ward_kind"), text(rs, "province_name"), text(rs, "title"), rs.getInt("from_year"),
				rs.getInt("to_year"), PlanStatus.valueOf(text(rs, "status")), rs.getString("source"),
				rs.getBoolean("illustrative"), rs.getObject("five_year_plan_id", Long.class), annual);
	}

	/**
	 * From the columns of {@code target}.
	 * @param prefix of the columns' names
	 */
	public static ParsedTarget target(ResultSet rs, String prefix) throws SQLException {
		String comparator = rs.getString(prefix + "comparator");
		return new ParsedTarget(text(rs, prefix + "text"), (comparator != null) ? Comparator.valueOf(comparator) : null,
				rs.getBigDecimal(prefix + "value"), rs.getBigDecimal(prefix + "upper"), rs.getString(prefix + "unit"),
				rs.getInt(prefix + "decimals"), ValueType.valueOf(text(rs, prefix + "value_type")),
				rs.getBoolean(prefix + "approximate"));
	}

	/**
	 * Whether a target in force asks for anything; one that was taken back does not.
	 */
	public static boolean asks(ParsedTarget target) {
		return target.value() != null || target.valueType() == ValueType.QUALITATIVE;
	}

	/**
	 * From the columns of {@code lead_units_of_years}, with {@code past_} before the
	 * units'.
	 */
	private static SortedMap<Integer, List<LeadUnitRow>> unitsOfYears(ResultSet rs) throws SQLException {
		SortedMap<Integer, List<LeadUnitRow>> years = new TreeMap<>();
		if (rs.getArray("years") != null) {
			Integer[] each = (Integer[]) rs.getArray("years").getArray();
			List<LeadUnitRow> units = units(rs, "past_");
			for (int i = 0; i < each.length; i++) {
				years.computeIfAbsent(each[i], (year) -> new ArrayList<>()).add(units.get(i));
			}
		}
		return years;
	}

	private static List<LeadUnitRow> units(ResultSet rs, String prefix) throws SQLException {
		if (rs.getArray(prefix + "ids") == null) {
			return List.of();
		}
		Long[] ids = (Long[]) rs.getArray(prefix + "ids").getArray();
		String[] codes = (String[]) rs.getArray(prefix + "codes").getArray();
		String[] names = (String[]) rs.getArray(prefix + "names").getArray();
		List<LeadUnitRow> units = new ArrayList<>();
		for (int i = 0; i < ids.length; i++) {
			units.add(new LeadUnitRow(ids[i], codes[i], names[i]));
		}
		return units;
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
