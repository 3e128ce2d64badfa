package vn.wardkpi.account.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.invitation.Invitation;
import vn.wardkpi.account.invitation.Invitations;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnits;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

/**
 * Accounts for a list of people, who set their passwords themselves. Nothing is stored as
 * long as a row is wrong that nobody left out.
 */
@Service
public class PeopleImport {

	private final Wards wards;

	private final WardSearch search;

	private final LeadUnits leadUnits;

	private final Roles roles;

	private final Accounts accounts;

	private final Invitations invitations;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	PeopleImport(Wards wards, WardSearch search, LeadUnits leadUnits, Roles roles, Accounts accounts,
			Invitations invitations, JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.wards = wards;
		this.search = search;
		this.leadUnits = leadUnits;
		this.roles = roles;
		this.accounts = accounts;
		this.invitations = invitations;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What would become of each row; stores nothing.
	 * @param leftOut lines that are left out
	 * @throws RefusedException FORBIDDEN to others than administrators; INVALID if there
	 * is nobody, or too many
	 */
	public List<Person> propose(List<PersonRow> rows, Set<Integer> leftOut, Actor actor) {
		AccountCatalog.refuseOthersThanAdministrators(actor);
		PeopleFile.refuseUnlessSome(rows);
		PersonReader reader = new PersonReader(new Places(this.wards, this.search, actor), new Units(this.leadUnits),
				this.roles, known(rows, actor));
		List<Person> people = new ArrayList<>();
		for (PersonRow row : rows) {
			boolean out = leftOut.contains(row.line());
			Person person = reader.read(row, !out);
			people.add(out ? person.leftOut() : person);
		}
		return people;
	}

	/**
	 * Creates the accounts of those who are new, and invites them.
	 * @throws RefusedException INVALID if a row is wrong, or nobody is new
	 */
	public List<Invitation> store(List<Person> people, Actor actor) {
		long wrong = people.stream().filter((person) -> person.state() == Person.State.ERROR).count();
		if (wrong > 0) {
			throw new RefusedException(Kind.INVALID, "people.errors", String.valueOf(wrong));
		}
		List<Person> created = people.stream().filter((person) -> person.state() == Person.State.NEW).toList();
		if (created.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "people.nobody-new");
		}
		List<Invitation> made = Objects.requireNonNull(this.transaction.execute((status) -> this.invitations
			.make(this.accounts.createInvited(created.stream().map(Person::invited).toList(), actor), actor)));
		return this.invitations.send(made);
	}

	/**
	 * The usernames that there are already, and whether the account is the actor's to
	 * administer.
	 */
	private Map<String, Boolean> known(List<PersonRow> rows, Actor actor) {
		Map<String, Boolean> known = new HashMap<>();
		this.jdbc.sql("select username, ward_code, province_code from user_account where username = any(?)")
			.param(rows.stream().map(PersonReader::username).toArray(String[]::new))
			.query((rs) -> {
				String ward = rs.getString("ward_code");
				known.put(rs.getString("username"), (ward != null) ? actor.mayAdminister(new WardCode(ward))
						: actor.mayAdministerProvince(rs.getString("province_code")));
			});
		return known;
	}

}
