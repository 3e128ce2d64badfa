package vn.wardkpi.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.RulesInForce.Source;
import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.WardCode;

/**
 * Reads the days on which wards report: one SQL statement a method.
 */
@Service
public class ReportingCalendar {

	private final JdbcClient jdbc;

	ReportingCalendar(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * When a lead unit enters and hands in one period's figures.
	 */
	public EntryWindow window(WardCode ward, int year, ReportingPeriod period, String leadUnitCode) {
		return Objects.requireNonNull(read(List.of(ward), year, period).get(ward))
			.window(new YearPeriod(year, period), leadUnitCode);
	}

	/**
	 * Everything of one ward, which answers any number of questions without asking again.
	 */
	public WardCalendar of(WardCode ward) {
		return Objects.requireNonNull(of(List.of(ward)).get(ward));
	}

	/**
	 * The same of many wards, each by its code.
	 */
	public Map<WardCode, WardCalendar> of(Collection<WardCode> wards) {
		return read(wards, null, null);
	}

	/**
	 * The rules for all wards that have none of their own.
	 */
	public RulesInForce common() {
		return this.jdbc.sql("select * from calendar_setting where ward_code is null order by version desc limit 1")
			.query((rs, n) -> Reading.rules(rs, Source.INSTALLATION, RulesInForce.PROGRAM))
			.optional()
			.orElse(RulesInForce.PROGRAM);
	}

	/** Names of the wards that have rules of their own, in the order of their codes. */
	public List<String> wardsWithOwnRules() {
		return this.jdbc.sql("""
				select w.name
				from (select distinct on (ward_code) ward_code, periods from calendar_setting
				      where ward_code is not null order by ward_code, version desc) s
				join ward_row w on w.code = s.ward_code
				where s.periods is not null
				order by s.ward_code
				""").query(String.class).list();
	}

	/**
	 * The rules as a version put them; {@code null} where that chose none.
	 * @param ward {@code null} for the installation
	 */
	@Nullable CalendarSettings chosen(@Nullable WardCode ward, int version) {
		return this.jdbc.sql("""
				select * from calendar_setting
				where ward_code is not distinct from :ward and version = :version and periods is not null
				""")
			.param("ward", (ward != null) ? ward.value() : null)
			.param("version", version)
			.query((rs, n) -> Reading.settings(rs))
			.optional()
			.orElse(null);
	}

	private Map<WardCode, WardCalendar> read(Collection<WardCode> wards, @Nullable Integer year,
			@Nullable ReportingPeriod period) {
		Map<WardCode, Reading> readings = wards.stream()
			.collect(Collectors.toMap((ward) -> ward, (ward) -> new Reading()));
		AtomicReference<RulesInForce> common = new AtomicReference<>(RulesInForce.PROGRAM);
		this.jdbc
			.sql("""
					(select distinct on (s.ward_code) 'SETTING' as kind, s.ward_code, s.version, s.periods,
					        s.opens_day, s.closes_day, s.final_opens, s.final_closes, s.days_to_send,
					        s.remind_days, s.enforced, null::integer as year,
					        null::text as period, null::date as opens_on, null::date as closes_on, null::bigint as id,
					        null::text as lead_unit_code, null::text as unit_name, null::text as reason,
					        null::text as granted_by, null::timestamptz as granted_at
					 from calendar_setting s where s.ward_code = any(:wards) order by s.ward_code, s.version desc)
					union all
					(select 'COMMON', null, s.version, s.periods, s.opens_day, s.closes_day, s.final_opens, s.final_closes,
					        s.days_to_send, s.remind_days, s.enforced, null, null, null, null, null, null, null, null,
					        null, null
					 from calendar_setting s where s.ward_code is null order by s.version desc limit 1)
					union all
					select 'DATES', d.ward_code, d.version, null, null, null, null, null, null, null, null, d.year,
					       d.period, d.opens_on, d.closes_on, null, null, null, null, null, null
					from calendar_dates d
					where d.ward_code = any(:wards) and (cast(:year as integer) is null or (d.year = :year and d.period = :period))
					union all
					select 'EXTENSION', e.ward_code, null, null, null, null, null, null, null, null, null, e.year, e.period, null,
					       e.until, e.id, e.lead_unit_code, u.name, e.reason,
					       coalesce((select p.name from person_row p where p.username = e.granted_by), e.granted_by),
					       e.granted_at
					from calendar_extension e
					join lead_unit_row u on u.ward_code = e.ward_code and u.code = e.lead_unit_code
					where e.ward_code = any(:wards) and e.revoked_at is null
					  and (cast(:year as integer) is null or (e.year = :year and e.period = :period))
					order by year, period, unit_name
					""")
			.param("wards", wards.stream().map(WardCode::value).toArray(String[]::new))
			.param("year", year)
			.param("period", (period != null) ? period.name() : null)
			.query((rs) -> {
				String ward = rs.getString("ward_code");
				if (ward == null) {
					common.set(Reading.rules(rs, Source.INSTALLATION, RulesInForce.PROGRAM));
				}
				else {
					Objects.requireNonNull(readings.get(new WardCode(ward))).add(rs);
				}
			});
		return readings.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(reading) -> reading.getValue().under(Objects.requireNonNull(common.get()))));
	}

	private static final class Reading {

		private Function<RulesInForce, RulesInForce> ofWard = (followed) -> followed.followedAt(0);

		private final Map<YearPeriod, WardCalendar.OwnDates> own = new HashMap<>();

		private final List<Extension> extensions = new ArrayList<>();

		void add(ResultSet rs) throws SQLException {
			switch (Columns.text(rs, "kind")) {
				case "SETTING" -> this.ofWard = rulesOfWard(rs);
				case "DATES" -> this.own.put(yearPeriod(rs), new WardCalendar.OwnDates(Columns.day(rs, "opens_on"),
						Columns.day(rs, "closes_on"), rs.getInt("version")));
				default -> this.extensions.add(extension(rs));
			}
		}

		WardCalendar under(RulesInForce common) {
			return new WardCalendar(this.ofWard.apply(common), this.own, this.extensions);
		}

		private static Function<RulesInForce, RulesInForce> rulesOfWard(ResultSet rs) throws SQLException {
			int version = rs.getInt("version");
			RulesInForce own = rules(rs, Source.WARD, RulesInForce.PROGRAM);
			return (own.source() == Source.WARD) ? (followed) -> own : (followed) -> followed.followedAt(version);
		}

		/** Of a version that chose none, those followed. */
		static RulesInForce rules(ResultSet rs, Source chooser, RulesInForce followed) throws SQLException {
			return (rs.getObject("periods") != null) ? new RulesInForce(settings(rs), chooser)
					: followed.followedAt(rs.getInt("version"));
		}

		private static CalendarSettings settings(ResultSet rs) throws SQLException {
			return new CalendarSettings(periods(Columns.texts(rs, "periods")), rs.getInt("opens_day"),
					rs.getInt("closes_day"), monthDay(Columns.text(rs, "final_opens")),
					monthDay(Columns.text(rs, "final_closes")), rs.getInt("days_to_send"), rs.getInt("remind_days"),
					rs.getBoolean("enforced"), rs.getInt("version"));
		}

		private static Extension extension(ResultSet rs) throws SQLException {
			return new Extension(rs.getLong("id"), yearPeriod(rs), Columns.text(rs, "lead_unit_code"),
					Columns.text(rs, "unit_name"), Columns.day(rs, "closes_on"), Columns.text(rs, "reason"),
					Columns.text(rs, "granted_by"), Columns.instant(rs, "granted_at"));
		}

		private static YearPeriod yearPeriod(ResultSet rs) throws SQLException {
			return new YearPeriod(rs.getInt("year"), Columns.constant(rs, "period", ReportingPeriod.class));
		}

		private static Set<ReportingPeriod> periods(List<String> names) {
			return names.stream().map(ReportingPeriod::valueOf).collect(Collectors.toSet());
		}

		/** Kept as "03-31". */
		private static MonthDay monthDay(String text) {
			return MonthDay.parse("--" + text);
		}

	}

}
