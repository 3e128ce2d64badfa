package vn.wardkpi.submission.entry;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualColumns;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.check.BreakdownValue;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.database.Columns;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanColumns;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionState;
import vn.wardkpi.submission.sheet.Sheet.Approved;
import vn.wardkpi.submission.sheet.Sheet.Explanation;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * A cell as read with what one issuer says of it.
 *
 * @param annual what the year's annual plan asks otherwise
 * @param cell without targets and overrides; {@code null} where the plan has no such
 * indicator
 */
record IssuerRow(int fromYear, int toYear, Issuer issuer, @Nullable ParsedTarget target, @Nullable ParsedTarget annual,
		@Nullable OverrideRow override, @Nullable SheetCell cell) {

	static IssuerRow of(ResultSet rs, int year, ReportingPeriod period) throws SQLException {
		Issuer issuer = Columns.constant(rs, "issuer", Issuer.class);
		boolean known = rs.getString("no") != null;
		ParsedTarget target = (known && rs.getString("t_text") != null) ? PlanColumns.target(rs, "t_") : null;
		ParsedTarget annual = (known && rs.getString("n_text") != null) ? PlanColumns.target(rs, "n_") : null;
		OverrideRow override = (known && rs.getString("o_verdict") != null) ? override(rs, year, issuer) : null;
		return new IssuerRow(rs.getInt("p_from"), rs.getInt("p_to"), issuer, target, annual, override,
				known ? cell(rs, year, period) : null);
	}

	private static SheetCell cell(ResultSet rs, int year, ReportingPeriod period) throws SQLException {
		IndicatorRow row = PlanColumns.indicator(rs);
		return new SheetCell(rs.getLong("p_id"), Columns.constant(rs, "p_status", PlanStatus.class),
				new WardCode(Columns.text(rs, "p_ward")), row, year, period, Map.of(), Map.of(), Map.of(),
				form(rs, row), decision(rs, period), stored(rs, row, year), approved(rs, period), figure(rs, "b_"),
				figure(rs, "e_"), explanation(rs), relatives(rs), rs.getInt("cells"), rs.getInt("answered"));
	}

	private static @Nullable SubmissionState form(ResultSet rs, IndicatorRow row) throws SQLException {
		LeadUnitRow unit = row.answeringUnit();
		if (unit == null) {
			return null;
		}
		Long id = rs.getObject("s_id", Long.class);
		return (id != null) ? new SubmissionState(id, unit, rs.getInt("s_version"),
				Columns.constant(rs, "s_status", SubmissionStatus.class)) : SubmissionState.notBegun(unit);
	}

	private static @Nullable RowDecision decision(ResultSet rs, ReportingPeriod period) throws SQLException {
		String decision = rs.getString("d_decision");
		return (decision != null) ? new RowDecision(RowDecision.Kind.valueOf(decision), rs.getString("d_comment"),
				Columns.text(rs, "d_by"), Columns.instant(rs, "d_at"), ActualColumns.entry(rs, period, "d_"),
				rs.getInt("d_version")) : null;
	}

	private static @Nullable Approved approved(ResultSet rs, ReportingPeriod period) throws SQLException {
		String by = rs.getString("l_by");
		return (by != null) ? new Approved(ActualColumns.entry(rs, period, "l_"), by, Columns.instant(rs, "l_at"))
				: null;
	}

	private static @Nullable Explanation explanation(ResultSet rs) throws SQLException {
		String period = rs.getString("x_period");
		return (period != null) ? new Explanation(rs.getInt("x_year"), ReportingPeriod.valueOf(period),
				rs.getString("x_cause"), rs.getString("x_remedy")) : null;
	}

	private static @Nullable StoredActual stored(ResultSet rs, IndicatorRow row, int year) throws SQLException {
		return (rs.getString("a_period") != null) ? StoredActual.of(row.no(), year, rs, "a_") : null;
	}

	private static @Nullable Figure figure(ResultSet rs, String prefix) throws SQLException {
		return (rs.getString(prefix + "period") != null) ? ActualColumns.figure(rs, prefix) : null;
	}

	private static OverrideRow override(ResultSet rs, int year, Issuer issuer) throws SQLException {
		return new OverrideRow(Columns.text(rs, "no"), year, issuer, Columns.constant(rs, "o_verdict", Verdict.class),
				Columns.text(rs, "o_reason"), rs.getString("o_reference"), Columns.text(rs, "o_created_by"),
				Columns.instant(rs, "o_created_at"));
	}

	private static List<BreakdownValue> relatives(ResultSet rs) throws SQLException {
		String[] nos = array(rs, "r_nos", String[].class);
		String[] parents = array(rs, "r_parents", String[].class);
		String[] roles = array(rs, "r_roles", String[].class);
		String[] types = array(rs, "r_types", String[].class);
		String[] units = array(rs, "r_units", String[].class);
		Integer[] decimals = array(rs, "r_decimals", Integer[].class);
		BigDecimal[] figures = array(rs, "r_figures", BigDecimal[].class);
		List<BreakdownValue> relatives = new ArrayList<>();
		for (int i = 0; i < nos.length; i++) {
			relatives.add(new BreakdownValue(nos[i], parents[i], IndicatorRole.valueOf(roles[i]),
					ValueType.valueOf(types[i]), units[i], decimals[i], figures[i]));
		}
		return relatives;
	}

	private static <T> T array(ResultSet rs, String column, Class<T> type) throws SQLException {
		return type.cast(rs.getArray(column).getArray());
	}

}
