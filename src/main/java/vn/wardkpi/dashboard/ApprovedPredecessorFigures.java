package vn.wardkpi.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.plan.baseline.PredecessorFigures;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.VietnameseNumber;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.change.WardHistories;
import vn.wardkpi.ward.change.WardHistory.Relative;

/**
 * Finds what was approved for the units of which a ward was formed.
 */
@Component
class ApprovedPredecessorFigures implements PredecessorFigures {

	private final WardHistories histories;

	private final JdbcClient jdbc;

	ApprovedPredecessorFigures(WardHistories histories, JdbcClient jdbc) {
		this.histories = histories;
		this.jdbc = jdbc;
	}

	@Override
	public List<Predecessor> of(WardCode ward, String indicator, @Nullable String unit, int year) {
		List<Relative> predecessors = this.histories.of(ward).predecessors();
		List<String> codes = new ArrayList<>(List.of(""));
		predecessors.stream()
			.map(Relative::code)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.forEach(codes::add);
		String name = SearchKey.of(indicator);
		Map<String, String> figures = new HashMap<>();
		this.jdbc.sql("""
				select p.ward_code, i.name, a.value, a.numerator, a.denominator
				from plan_row p
				join indicator_row i on i.plan_id = p.id
				join indicator_figures f on f.indicator_id = i.id
				join approved_actual_latest a on a.indicator_id = f.source_id
				where p.ward_code in (:codes) and a.year = :year and a.period = 'FINAL'
				  and coalesce(i.unit, '') = :unit and a.has_figure
				order by p.id
				""").param("codes", codes).param("year", year).param("unit", (unit != null) ? unit : "").query((rs) -> {
			boolean same = SearchKey.of(Objects.requireNonNull(rs.getString("name"))).equals(name);
			if (same && rs.getBigDecimal("value") != null) {
				figures.putIfAbsent(rs.getString("ward_code"), VietnameseNumber.write(rs.getBigDecimal("value")));
			}
		});
		return predecessors.stream()
			.map((one) -> new Predecessor(one.code(), one.name(), one.part(),
					(one.code() != null && !one.part()) ? figures.getOrDefault(one.code(), "") : ""))
			.toList();
	}

}
