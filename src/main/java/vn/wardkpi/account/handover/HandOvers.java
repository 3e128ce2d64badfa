package vn.wardkpi.account.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.AccountEvent;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.Username;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;

/**
 * Hands the lead units and notices of somebody over to another person of the same ward
 * and role. Who enters and who approves stay two: what was entered is of the person who
 * entered it, whoever's work it was.
 */
@Service
@Transactional
public class HandOvers {

	private static final String OPEN = """
			select h.id, f.username, f.display_name, t.username as to_username, t.display_name as to_name, h.first_day,
			       h.last_day, h.begun
			from hand_over h join user_account f on f.id = h.from_user join user_account t on t.id = h.to_user
			where h.ended_at is null and (h.last_day is null or h.last_day >= :today)
			""";

	private final AccountCatalog catalog;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final HandOverDays days;

	private final Clock clock;

	HandOvers(AccountCatalog catalog, JdbcClient jdbc, ApplicationEventPublisher events, HandOverDays days,
			Clock clock) {
		this.catalog = catalog;
		this.jdbc = jdbc;
		this.events = events;
		this.days = days;
		this.clock = clock;
	}

	/**
	 * What is, or will be, handed over by somebody or to them.
	 */
	@Transactional(readOnly = true)
	public List<HandOver> of(String username) {
		return this.jdbc.sql(OPEN + "and :username in (f.username, t.username) order by h.first_day, h.id")
			.param("today", LocalDate.now(this.clock))
			.param("username", username)
			.query(HandOvers::row)
			.list();
	}

	/**
	 * Whom the work of somebody can be handed over to, by username, in Vietnamese order.
	 */
	@Transactional(readOnly = true)
	public List<Colleague> colleagues(String username) {
		return this.jdbc.sql("""
				select c.username, c.display_name from user_account c
				join user_account u on u.ward_code = c.ward_code and u.role = c.role and u.id <> c.id
				where u.username = ? and c.enabled and c.role in ('OFFICIAL', 'REVIEWER')
				order by c.display_name collate "vi-x-icu", c.username
				""")
			.param(username)
			.query((rs, n) -> new Colleague(Objects.requireNonNull(rs.getString("username")),
					Objects.requireNonNull(rs.getString("display_name"))))
			.list();
	}

	/**
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; CONFLICT if the account's role has
	 * no work to hand over; INVALID with every field that is wrong
	 */
	public HandOver start(String username, NewHandOver wanted, Actor actor) {
		AccountRow from = this.catalog.require(username, actor);
		WardCode ward = from.ward();
		if (ward == null || (from.role() != Role.OFFICIAL && from.role() != Role.REVIEWER)) {
			throw new RefusedException(Kind.CONFLICT, "account.hand-over-role");
		}
		AccountRow to = Optional.ofNullable(wanted.to())
			.map(Username::normalized)
			.flatMap(this.catalog::find)
			.filter((one) -> one.enabled() && one.role() == from.role() && ward.equals(one.ward())
					&& !one.username().equals(from.username()))
			.orElse(null);
		List<FieldProblem> problems = new ArrayList<>(dayProblems(wanted));
		if (to == null) {
			problems.add(0, problem("to", "hand-over-to"));
		}
		LocalDate first = wanted.firstDay();
		if (to == null || first == null || !problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		oneAtATime(from, to);
		LocalDate last = wanted.forGood() ? null : wanted.lastDay();
		refuseOverlap(from, to, first, last);
		long id = this.jdbc.sql("""
				insert into hand_over (from_user, to_user, first_day, last_day, created_at, created_by)
				select f.id, t.id, :first, cast(:last as date), :now, :by from user_account f, user_account t
				where f.username = :from and t.username = :to returning id
				""")
			.param("from", from.username())
			.param("to", to.username())
			.param("first", first)
			.param("last", last)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.username())
			.query(Long.class)
			.single();
		HandOver made = new HandOver(id, from.username(), from.displayName(), to.username(), to.displayName(), first,
				last, false);
		this.events
			.publishEvent(new AccountEvent.HandedOver(actor.username(), from.username(), from.ward(), summary(made)));
		this.days.turn(LocalDate.now(this.clock));
		return made;
	}

	/**
	 * Ends what is handed over, or takes it back before it begins: whoever administers
	 * the account, or its owner.
	 * @throws RefusedException NOT_FOUND if there is no such one of this account, or it
	 * is over; FORBIDDEN to others
	 */
	public void end(String username, long id, Actor actor) {
		boolean own = actor.username().equals(username);
		AccountRow from = own ? this.catalog.find(username).orElseThrow(HandOvers::unknown)
				: this.catalog.require(username, actor);
		HandOver standing = of(from.username()).stream()
			.filter((one) -> one.id() == id && one.from().equals(from.username()))
			.findFirst()
			.orElseThrow(HandOvers::unknown);
		if (!this.days.end(id, actor.username())) {
			throw unknown();
		}
		this.events.publishEvent(
				new AccountEvent.TakenBack(actor.username(), from.username(), from.ward(), summary(standing)));
	}

	private List<FieldProblem> dayProblems(NewHandOver wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		LocalDate first = wanted.firstDay();
		LocalDate last = wanted.lastDay();
		if (first == null) {
			problems.add(problem("firstDay", "hand-over-day"));
		}
		else if (first.isBefore(LocalDate.now(this.clock))) {
			problems.add(problem("firstDay", "hand-over-past"));
		}
		if (!wanted.forGood() && last == null) {
			problems.add(problem("lastDay", "hand-over-day"));
		}
		else if (!wanted.forGood() && first != null && last != null && last.isBefore(first)) {
			problems.add(problem("lastDay", "hand-over-order"));
		}
		return problems;
	}

	private void oneAtATime(AccountRow from, AccountRow to) {
		this.jdbc.sql("select id from user_account where username in (?, ?) order by id for no key update")
			.params(from.username(), to.username())
			.query(Long.class)
			.list();
	}

	/**
	 * Nobody hands over twice, nor to somebody who is away, nor what is not theirs.
	 */
	private void refuseOverlap(AccountRow from, AccountRow to, LocalDate first, @Nullable LocalDate last) {
		boolean overlaps = this.jdbc
			.sql("""
					select exists (
					    select from hand_over h join user_account f on f.id = h.from_user join user_account t on t.id = h.to_user
					    where h.ended_at is null and h.first_day <= coalesce(cast(:last as date), 'infinity')
					      and coalesce(h.last_day, 'infinity') >= :first
					      and (f.username in (:from, :to) or t.username = :from))
					""")
			.param("first", first)
			.param("last", last)
			.param("from", from.username())
			.param("to", to.username())
			.query(Boolean.class)
			.single();
		if (overlaps) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(problem("firstDay", "hand-over-overlap")));
		}
	}

	private static String summary(HandOver one) {
		return one.toName() + " · " + VietnameseDay.write(one.firstDay()) + " – "
				+ ((one.lastDay() != null) ? VietnameseDay.write(one.lastDay()) : "…");
	}

	private static FieldProblem problem(String field, String code) {
		return new FieldProblem(field, Problem.error(code));
	}

	private static RefusedException unknown() {
		return new RefusedException(Kind.NOT_FOUND, "account.hand-over-unknown");
	}

	private static HandOver row(ResultSet rs, int rowNumber) throws SQLException {
		return new HandOver(rs.getLong("id"), Objects.requireNonNull(rs.getString("username")),
				Objects.requireNonNull(rs.getString("display_name")),
				Objects.requireNonNull(rs.getString("to_username")), Objects.requireNonNull(rs.getString("to_name")),
				Objects.requireNonNull(rs.getObject("first_day", LocalDate.class)),
				rs.getObject("last_day", LocalDate.class), rs.getBoolean("begun"));
	}

	/**
	 * Somebody who can do another's work.
	 */
	public record Colleague(String username, String displayName) {
	}

}
