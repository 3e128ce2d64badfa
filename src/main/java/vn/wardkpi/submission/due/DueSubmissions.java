package vn.wardkpi.submission.due;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.calendar.WardCalendar;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionSummaries;
import vn.wardkpi.submission.SubmissionSummary;
import vn.wardkpi.submission.due.DueSubmission.ReturnedRow;
import vn.wardkpi.submission.due.DueSubmission.State;

/**
 * What wards' lead units have to enter and when: a constant number of SQL statements,
 * whatever the number of wards.
 */
@Service
@Transactional(readOnly = true)
public class DueSubmissions {

	private final ReportingCalendar calendar;

	private final SubmissionSummaries submissions;

	private final JdbcClient jdbc;

	private final Clock clock;

	DueSubmissions(ReportingCalendar calendar, SubmissionSummaries submissions, JdbcClient jdbc, Clock clock) {
		this.calendar = calendar;
		this.submissions = submissions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Every form that is asked for on a day, and any other that came back: returned ones
	 * first, then late ones, then by their last day. A form whose last day had passed
	 * when its plan was stored is not asked for: a ward that starts in the middle of a
	 * plan is not late with everything before.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public Due of(WardCode ward, LocalDate today, Actor actor) {
		this.submissions.requireStaff(ward, actor);
		return Objects.requireNonNull(of(List.of(ward), today).get(ward));
	}

	/**
	 * For the program itself: the same of many wards, each by its code.
	 */
	public Map<WardCode, Due> of(Collection<WardCode> wards, LocalDate today) {
		Map<WardCode, WardCalendar> calendars = this.calendar.of(wards);
		Map<WardCode, Map<Long, StoredPlan>> plans = plans(wards);
		Map<WardCode, List<SubmissionSummary>> begun = this.submissions.begun(wards);
		Map<WardCode, Collection<YearPeriod>> periods = new HashMap<>();
		calendars
			.forEach((ward, days) -> periods.put(ward, days.asked(years(plans.getOrDefault(ward, Map.of())), today)));
		Map<WardCode, List<SubmissionSummary>> asked = this.submissions.forms(periods);
		List<WardCode> returned = begun.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().anyMatch(DueSubmissions::cameBack))
			.map(Map.Entry::getKey)
			.toList();
		Map<SubmissionKey, List<ReturnedRow>> rows = returned.isEmpty() ? Map.of() : returnedRows(returned);
		Map<WardCode, Due> due = new HashMap<>();
		calendars.forEach((ward, days) -> {
			Map<Long, StoredPlan> own = plans.getOrDefault(ward, Map.of());
			List<SubmissionSummary> started = begun.getOrDefault(ward, List.of());
			due.put(ward, new Due(today, days, years(own),
					due(asked.getOrDefault(ward, List.of()), started, own, days, today, rows), started));
		});
		return due;
	}

	private static Set<Integer> years(Map<Long, StoredPlan> plans) {
		Set<Integer> years = new TreeSet<>();
		plans.values().forEach((plan) -> IntStream.rangeClosed(plan.fromYear(), plan.toYear()).forEach(years::add));
		return years;
	}

	private List<DueSubmission> due(List<SubmissionSummary> asked, List<SubmissionSummary> begun,
			Map<Long, StoredPlan> plans, WardCalendar days, LocalDate today,
			Map<SubmissionKey, List<ReturnedRow>> rows) {
		List<DueSubmission> due = new ArrayList<>();
		Set<SubmissionKey> seen = new HashSet<>();
		for (SubmissionSummary form : asked) {
			EntryWindow window = window(days, form);
			if (cameBack(form) || !window.closesOn().isBefore(storedOn(plans, form))) {
				due.add(due(form, window, days, today, rows));
				seen.add(form.key());
			}
		}
		begun.stream()
			.filter((form) -> cameBack(form) && seen.add(form.key()))
			.forEach((form) -> due.add(due(form, window(days, form), days, today, rows)));
		due.sort(Comparator.comparing(DueSubmission::state).thenComparing((form) -> form.window().closesOn()));
		return due;
	}

	private static DueSubmission due(SubmissionSummary form, EntryWindow window, WardCalendar days, LocalDate today,
			Map<SubmissionKey, List<ReturnedRow>> rows) {
		State state = State.of(form.status(), window, today);
		boolean soon = state == State.DUE && window.daysLeft(today) <= days.settings().remindDays();
		return new DueSubmission(form, window, state, today, soon, rows.getOrDefault(form.key(), List.of()));
	}

	private static boolean cameBack(SubmissionSummary form) {
		return form.status() == SubmissionStatus.RETURNED;
	}

	private static EntryWindow window(WardCalendar days, SubmissionSummary form) {
		return days.window(new YearPeriod(form.key().year(), form.key().period()), form.key().leadUnit());
	}

	private LocalDate storedOn(Map<Long, StoredPlan> plans, SubmissionSummary form) {
		return LocalDate.ofInstant(Objects.requireNonNull(plans.get(form.key().planId())).createdAt(),
				this.clock.getZone());
	}

	private Map<WardCode, Map<Long, StoredPlan>> plans(Collection<WardCode> wards) {
		Map<WardCode, Map<Long, StoredPlan>> plans = new HashMap<>();
		this.jdbc
			.sql("select ward_code, id, from_year, to_year, created_at from plan_row "
					+ "where ward_code = any(?) and status = 'ADOPTED'")
			.param(codes(wards))
			.query((rs) -> {
				plans.computeIfAbsent(new WardCode(Columns.text(rs, "ward_code")), (ward) -> new HashMap<>())
					.put(rs.getLong("id"), new StoredPlan(rs.getInt("from_year"), rs.getInt("to_year"),
							Columns.instant(rs, "created_at")));
			});
		return plans;
	}

	private Map<SubmissionKey, List<ReturnedRow>> returnedRows(Collection<WardCode> wards) {
		Map<SubmissionKey, List<ReturnedRow>> rows = new HashMap<>();
		this.jdbc.sql("""
				select s.plan_id, s.year, s.period, u.code, i.no, i.name, r.comment
				from submission_row r
				join submission s on s.id = r.submission_id and s.status = 'RETURNED'
				join lead_unit_row u on u.id = s.lead_unit_id and u.ward_code = any(:wards)
				join indicator_row i on i.id = r.indicator_id
				where r.decision = 'RETURNED'
				order by i.position
				""").param("wards", codes(wards)).query((rs) -> {
			SubmissionKey key = new SubmissionKey(rs.getLong("plan_id"), rs.getInt("year"),
					Columns.constant(rs, "period", ReportingPeriod.class), Columns.text(rs, "code"));
			rows.computeIfAbsent(key, (form) -> new ArrayList<>())
				.add(new ReturnedRow(Columns.text(rs, "no"), Columns.text(rs, "name"), rs.getString("comment")));
		});
		return rows;
	}

	private static String[] codes(Collection<WardCode> wards) {
		return wards.stream().map(WardCode::value).toArray(String[]::new);
	}

	private record StoredPlan(int fromYear, int toYear, Instant createdAt) {
	}

	/**
	 * What is asked for on a day.
	 *
	 * @param years those that the ward's plans cover
	 * @param begun every form that somebody has begun, whatever its period
	 */
	public record Due(LocalDate today, WardCalendar calendar, Set<Integer> years, List<DueSubmission> forms,
			List<SubmissionSummary> begun) {
	}

}
