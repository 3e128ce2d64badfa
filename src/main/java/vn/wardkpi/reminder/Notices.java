package vn.wardkpi.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.StaffMember;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.council.Question;
import vn.wardkpi.database.Columns;
import vn.wardkpi.reminder.Notice.Kind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;

/**
 * Keeps notices and hands each person their own: one SQL statement a method.
 */
@Service
@Transactional
public class Notices {

	/** Notices on the page. */
	public static final int SHOWN = 100;

	private static final String NOTICES = """
			select n.*, u.name as unit_name, coalesce((select p.name from person_row p where p.username = n.by_username), n.by_username) as person,
			       exists (select from plan_row p where p.id = n.plan_id and p.five_year_plan_id is not null) as annual
			from notice n left join lead_unit_row u on u.ward_code = n.ward_code and u.code = n.lead_unit_code
			where n.username = :username
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Notices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The latest first. */
	@Transactional(readOnly = true)
	public List<Notice> latest(Actor actor) {
		return this.jdbc.sql(NOTICES + "order by n.id desc limit :most")
			.param("username", actor.username())
			.param("most", SHOWN)
			.query(Notices::notice)
			.list();
	}

	@Transactional(readOnly = true)
	public int unread(Actor actor) {
		return this.jdbc.sql("select count(*) from notice where username = ? and read_at is null")
			.param(actor.username())
			.query(Integer.class)
			.single();
	}

	/**
	 * Marks a notice as read.
	 * @return the notice; empty if this person has no such one
	 */
	public Optional<Notice> open(long id, Actor actor) {
		return this.jdbc
			.sql("""
					with opened as (
					    update notice set read_at = coalesce(read_at, :now) where id = :id and username = :username
					    returning *)
					select n.*, u.name as unit_name, coalesce((select p.name from person_row p where p.username = n.by_username), n.by_username) as person,
					       false as annual
					from opened n left join lead_unit_row u on u.ward_code = n.ward_code and u.code = n.lead_unit_code
					""")
			.param("id", id)
			.param("username", actor.username())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Notices::notice)
			.optional();
	}

	public void markAllRead(Actor actor) {
		this.jdbc.sql("update notice set read_at = ? where username = ? and read_at is null")
			.params(Timestamp.from(this.clock.instant()), actor.username())
			.update();
	}

	/**
	 * Tells people about a form; about one deadline only once.
	 */
	void tell(Collection<String> usernames, Kind kind, WardCode ward, SubmissionKey form, @Nullable LocalDate dueOn,
			@Nullable String by) {
		store(usernames, kind, ward, values(form.planId(), form.year(), dueOn, by).addValue("unit", form.leadUnit())
			.addValue("period", form.period().name()));
	}

	/**
	 * Tells people of deadlines, of each once: one statement for all of them.
	 */
	void tell(List<DueNotice> all) {
		if (all.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into notice (username, ward_code, kind, plan_id, year, period, lead_unit_code, indicator_no,
				                    task_id, about, question_id, due_on, created_at)
				select one.*, cast(:now as timestamptz)
				from unnest(cast(:usernames as text[]), cast(:wards as text[]), cast(:kinds as text[]),
				            cast(:plans as bigint[]), cast(:years as integer[]), cast(:periods as text[]),
				            cast(:units as text[]), cast(:nos as text[]), cast(:tasks as bigint[]),
				            cast(:abouts as text[]), cast(:questions as bigint[]), cast(:days as date[])) as one
				on conflict do nothing
				""")
			.param("usernames", texts(all, DueNotice::username))
			.param("wards", texts(all, (one) -> one.ward().value()))
			.param("kinds", texts(all, (one) -> one.kind().name()))
			.param("plans", texts(all, (one) -> String.valueOf(one.planId())))
			.param("years", texts(all, (one) -> String.valueOf(one.year())))
			.param("periods", texts(all, DueNotice::period))
			.param("units", texts(all, DueNotice::unitCode))
			.param("nos", texts(all, DueNotice::no))
			.param("tasks", texts(all, (one) -> (one.task() != null) ? String.valueOf(one.task()) : null))
			.param("abouts", texts(all, DueNotice::about))
			.param("questions", texts(all, (one) -> (one.question() != null) ? String.valueOf(one.question()) : null))
			.param("days", texts(all, (one) -> one.dueOn().toString()))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private static @Nullable String[] texts(List<DueNotice> all, Function<DueNotice, @Nullable String> text) {
		return all.stream().map(text).toArray(String[]::new);
	}

	/**
	 * Tells people about the verdict of an indicator.
	 */
	void tellOfVerdict(Collection<String> usernames, Kind kind, WardCode ward, long planId, int year,
			String indicatorNo, String by) {
		store(usernames, kind, ward, values(planId, year, null, by).addValue("no", indicatorNo));
	}

	/**
	 * Tells people what became of a question.
	 */
	void tellOfQuestion(Collection<String> usernames, Kind kind, Question question, String by) {
		store(usernames, kind, question.ward(),
				values(question.planId(), question.due().getYear(), null, by).addValue("no", question.no())
					.addValue("question", question.id()));
	}

	/**
	 * Tells somebody that work goes over.
	 * @param about the other person, and the days
	 */
	void tellOfHandOver(String username, Kind kind, WardCode ward, LocalDate firstDay, String about,
			@Nullable String by) {
		store(List.of(username), kind, ward, values(null, firstDay.getYear(), null, by).addValue("about", about));
	}

	/**
	 * Tells a person that the reports of many wards are ready.
	 * @param province what it is called
	 */
	void tellOfReports(String username, UUID reports, int year, String province) {
		this.jdbc.sql("""
				insert into notice (username, kind, year, about, report_batch_id, created_at)
				values (?, 'REPORTS_READY', ?, ?, ?, ?)
				""").params(username, year, province, reports, Timestamp.from(this.clock.instant())).update();
	}

	/**
	 * What people of each ward were told of hand-overs and of templates since their last
	 * mail, for a week.
	 */
	@Transactional(readOnly = true)
	Map<WardCode, List<News>> newsToMail(Collection<WardCode> wards) {
		Map<WardCode, List<News>> news = new HashMap<>();
		this.jdbc
			.sql("""
					select n.ward_code, n.username, n.kind, n.about from notice n
					where n.ward_code = any(:wards) and n.plan_id is null and n.created_at > :since
					      and not exists (select from digest d where d.username = n.username and d.changed_at >= n.created_at
					                      and d.state in ('SENT', 'GIVEN_UP'))
					order by n.id
					""")
			.param("wards", wards.stream().map(WardCode::value).toArray(String[]::new))
			.param("since", Timestamp.from(this.clock.instant().minus(Duration.ofDays(7))))
			.query((rs) -> {
				news.computeIfAbsent(new WardCode(Columns.text(rs, "ward_code")), (ward) -> new ArrayList<>())
					.add(new News(Columns.text(rs, "username"), Columns.constant(rs, "kind", Kind.class),
							Columns.text(rs, "about")));
			});
		return news;
	}

	/**
	 * Wards whose administrators were told of a template within a week: they may have no
	 * plan yet.
	 */
	@Transactional(readOnly = true)
	Set<WardCode> wardsToldOfTemplates() {
		return this.jdbc.sql("select distinct ward_code from notice where template_id is not null and created_at > ?")
			.param(Timestamp.from(this.clock.instant().minus(Duration.ofDays(7))))
			.query((rs, n) -> new WardCode(Columns.text(rs, "ward_code")))
			.set();
	}

	/**
	 * Tells administrators of wards about a template: one statement for all of them.
	 */
	void tellOfTemplate(Collection<StaffMember> people, Kind kind, long template, int year, String title, String by) {
		this.jdbc.sql("""
				insert into notice (username, ward_code, kind, year, about, template_id, by_username, created_at)
				select one.username, one.ward, :kind, :year, :about, :template, :by, :now
				from unnest(cast(:usernames as text[]), cast(:wards as text[])) as one (username, ward)
				""")
			.param("usernames", people.stream().map((one) -> one.actor().username()).toArray(String[]::new))
			.param("wards", people.stream().map((one) -> String.valueOf(one.actor().ward())).toArray(String[]::new))
			.param("kind", kind.name())
			.param("year", year)
			.param("about", title)
			.param("template", template)
			.param("by", by)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private static MapSqlParameterSource values(@Nullable Long planId, int year, @Nullable LocalDate dueOn,
			@Nullable String by) {
		MapSqlParameterSource values = new MapSqlParameterSource("plan", planId).addValue("year", year)
			.addValue("due", dueOn)
			.addValue("by", by);
		List.of("period", "unit", "no", "about", "question").forEach((name) -> values.addValue(name, null));
		return values;
	}

	private void store(Collection<String> usernames, Kind kind, WardCode ward, MapSqlParameterSource values) {
		if (usernames.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into notice (username, ward_code, kind, plan_id, year, period, lead_unit_code, indicator_no,
				                    about, question_id, due_on, by_username, created_at)
				select one, :ward, :kind, cast(:plan as bigint), :year, :period, :unit, :no, :about,
				       cast(:question as bigint),
				       cast(:due as date), :by, :now
				from unnest(cast(:usernames as text[])) as one
				on conflict do nothing
				""")
			.paramSource(values.addValue("usernames", usernames.toArray(String[]::new))
				.addValue("ward", ward.value())
				.addValue("kind", kind.name())
				.addValue("now", Timestamp.from(this.clock.instant())))
			.update();
	}

	private static Notice notice(ResultSet rs, int rowNumber) throws SQLException {
		String period = rs.getString("period");
		return new Notice(rs.getLong("id"), Kind.valueOf(Objects.requireNonNull(rs.getString("kind"))),
				rs.getLong("plan_id"), rs.getInt("year"), (period != null) ? ReportingPeriod.valueOf(period) : null,
				rs.getString("lead_unit_code"), rs.getString("unit_name"), rs.getString("indicator_no"),
				rs.getObject("task_id", Long.class), rs.getString("about"), rs.getObject("due_on", LocalDate.class),
				rs.getString("person"), Objects.requireNonNull(rs.getTimestamp("created_at")).toInstant(),
				rs.getTimestamp("read_at") != null, rs.getObject("question_id", Long.class),
				rs.getObject("report_batch_id", UUID.class), rs.getObject("template_id", Long.class),
				period != null && rs.getBoolean("annual"));
	}

	/**
	 * What somebody was told of a hand-over or a template.
	 */
	record News(String username, Kind kind, String about) {
	}

}
