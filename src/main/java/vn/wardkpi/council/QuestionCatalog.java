package vn.wardkpi.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.council.Question.SessionName;
import vn.wardkpi.council.Question.Step;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Reads questions with all that came of them: one SQL statement a method.
 */
@Repository
@Transactional(readOnly = true)
public class QuestionCatalog {

	private static final String QUESTIONS = """
			select q.*, p.ward_code, i.no, i.name as indicator, u.code as unit_code, u.name as unit_name,
			       coalesce(asker.name, q.asked_by) as asker, s.title as session_title, s.held_on,
			       origin.title as asked_title, origin.held_on as asked_day,
			       st.id as step_id, st.text as step_text, st.session_id as step_session, st.done_by, st.done_at,
			       coalesce(doer.name, st.done_by) as doer, moved.title as step_title, moved.held_on as step_day
			from question q
			join plan_ever_row p on p.id = q.plan_id
			join indicator_row i on i.id = q.indicator_id
			join indicator_figures f on f.indicator_id = q.indicator_id
			left join indicator_answering_unit a on a.indicator_id = f.source_id
			left join lead_unit_row u on u.id = a.lead_unit_id
			left join person_row asker on asker.username = q.asked_by
			left join council_session s on s.id = q.session_id
			left join council_session origin on origin.id = q.asked_session_id
			left join question_step st on st.question_id = q.id
			left join council_session moved on moved.id = st.session_id
			left join person_row doer on doer.username = st.done_by
			""";

	private final JdbcClient jdbc;

	QuestionCatalog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of an indicator, the latest first.
	 */
	public List<Question> ofIndicator(long planId, String no) {
		return read(this.jdbc.sql(QUESTIONS + "where q.plan_id = ? and i.no = ? order by q.id desc, st.id")
			.params(planId, no));
	}

	/**
	 * That stand in a session or stood there, in the order of their indicators.
	 */
	public List<Question> ofSession(long session) {
		return read(this.jdbc.sql(QUESTIONS + """
				where q.session_id = :session or q.asked_session_id = :session
				   or exists (select from question_step x where x.question_id = q.id and x.session_id = :session)
				order by q.plan_id, i.position, q.id, st.id
				""").param("session", session));
	}

	/**
	 * That wait for an answer until a day or longer, in any ward.
	 */
	public List<Question> dueUntil(LocalDate day) {
		return read(this.jdbc.sql(QUESTIONS + """
				where q.state <> 'ANSWERED' and q.due <= ? and q.plan_id in (select id from plan_row)
				order by q.due, q.id, st.id
				""").param(day));
	}

	/**
	 * That wait for an answer in any of the wards, the one that is due first at the top.
	 */
	public List<Question> openOf(Collection<WardCode> wards) {
		return read(this.jdbc.sql(QUESTIONS + """
				where q.state <> 'ANSWERED' and q.plan_id in (select id from plan_row where ward_code = any(?))
				order by q.due, q.id, st.id
				""").param(wards.stream().map(WardCode::value).toArray(String[]::new)));
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such question
	 */
	public Question require(long id) {
		return read(this.jdbc.sql(QUESTIONS + "where q.id = ? order by st.id").param(id)).stream()
			.findFirst()
			.orElseThrow(() -> unknown(id));
	}

	static RefusedException unknown(long id) {
		return new RefusedException(Kind.NOT_FOUND, "council.question-unknown", String.valueOf(id));
	}

	private static List<Question> read(JdbcClient.StatementSpec statement) {
		Map<Long, Question> questions = new LinkedHashMap<>();
		statement.query((ResultSet rs) -> {
			Question known = questions.get(rs.getLong("id"));
			List<Step> steps = (known != null) ? new ArrayList<>(known.steps()) : new ArrayList<>();
			if (rs.getObject("step_id") != null) {
				steps.add(new Step(rs.getString("step_text"), session(rs, "step_session", "step_title", "step_day"),
						text(rs, "done_by"), text(rs, "doer"),
						Objects.requireNonNull(rs.getTimestamp("done_at")).toInstant()));
			}
			questions.put(rs.getLong("id"), question(rs, steps));
		});
		return List.copyOf(questions.values());
	}

	private static Question question(ResultSet rs, List<Step> steps) throws SQLException {
		return new Question(rs.getLong("id"), rs.getLong("plan_id"), new WardCode(text(rs, "ward_code")),
				text(rs, "no"), text(rs, "indicator"), QuestionKind.valueOf(text(rs, "kind")), text(rs, "text"),
				session(rs, "session_id", "session_title", "held_on"),
				session(rs, "asked_session_id", "asked_title", "asked_day"), text(rs, "asked_by"), text(rs, "asker"),
				Objects.requireNonNull(rs.getTimestamp("asked_at")).toInstant(), rs.getString("unit_code"),
				rs.getString("unit_name"), Objects.requireNonNull(rs.getObject("due", LocalDate.class)),
				QuestionState.valueOf(text(rs, "state")), steps);
	}

	private static @Nullable SessionName session(ResultSet rs, String id, String title, String day)
			throws SQLException {
		return (rs.getObject(id) != null) ? new SessionName(rs.getLong(id), text(rs, title),
				Objects.requireNonNull(rs.getObject(day, LocalDate.class))) : null;
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
