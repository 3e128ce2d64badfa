package vn.wardkpi.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * Where accounts get their reminders. Not part of what an account may do: a change ends
 * no session.
 */
@Service
@Transactional
public class StaffDirectory {

	private static final int LONGEST = 254;

	/** One address of one line; no display name, comment, quoting or address literal. */
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
			+ "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

	private final AccountCatalog catalog;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	StaffDirectory(AccountCatalog catalog, JdbcClient jdbc, ApplicationEventPublisher events) {
		this.catalog = catalog;
		this.jdbc = jdbc;
		this.events = events;
	}

	public static boolean isAddress(String text) {
		return text.length() <= LONGEST && FORM.matcher(text).matches();
	}

	/**
	 * @return the account's address and wish; nothing if there is no such account
	 */
	@Transactional(readOnly = true)
	public MailAddress of(String username) {
		return this.jdbc.sql("select email, email_reminders from user_account where username = ?")
			.param(username)
			.query((rs, n) -> new MailAddress(rs.getString("email"), rs.getBoolean("email_reminders")))
			.optional()
			.orElse(new MailAddress(null, true));
	}

	/**
	 * Changes an account's address: one's own, or one that is administered.
	 * @param typed the address, blank for none
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; INVALID with field {@code email}
	 */
	public void change(String username, @Nullable String typed, boolean reminders, Actor actor) {
		AccountRow account = actor.username().equals(username)
				? this.catalog.find(username)
					.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.unknown", username))
				: this.catalog.require(username, actor);
		String address = (typed != null && !typed.isBlank()) ? typed.strip() : null;
		if (address != null && !isAddress(address)) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("email", Problem.error("email-form"))));
		}
		MailAddress before = of(username);
		MailAddress after = new MailAddress(address, reminders);
		if (after.equals(before)) {
			return;
		}
		this.jdbc.sql("update user_account set email = :email, email_reminders = :reminders where username = :username")
			.param("email", address)
			.param("reminders", reminders)
			.param("username", username)
			.update();
		this.events.publishEvent(new Change(actor.username(), account.ward(), null, null, Subject.USER, username,
				"CHANGED", before.summary(), after.summary(), null));
	}

	/**
	 * Everybody of a ward whose account may be used.
	 */
	@Transactional(readOnly = true)
	public List<StaffMember> people(WardCode ward) {
		return this.jdbc.sql("""
				select u.username, u.display_name, u.role, u.all_lead_units,
				       case when u.email_reminders then u.email end as mail_to,
				       array(select l.lead_unit_code from user_lead_unit l where l.user_id = u.id) as lead_units
				from user_account u
				where u.ward_code = ? and u.enabled
				order by u.username
				""").param(ward.value()).query((rs, n) -> member(rs, ward)).list();
	}

	private static StaffMember member(ResultSet rs, WardCode ward) throws SQLException {
		Array units = Objects.requireNonNull(rs.getArray("lead_units"));
		Actor actor = new Actor(Objects.requireNonNull(rs.getString("username")),
				Objects.requireNonNull(rs.getString("display_name")),
				Role.valueOf(Objects.requireNonNull(rs.getString("role"))), ward, rs.getBoolean("all_lead_units"),
				Set.of((String[]) units.getArray()));
		return new StaffMember(actor, rs.getString("mail_to"));
	}

	/**
	 * @param reminders whether reminders are wanted
	 */
	public record MailAddress(@Nullable String email, boolean reminders) {

		String summary() {
			return ((this.email != null) ? this.email : "–") + (this.reminders ? "" : " (–)");
		}

	}

}
