package vn.wardkpi.account.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.account.MailAddress;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.account.Username;
import vn.wardkpi.account.people.Person.Remark;
import vn.wardkpi.account.people.Person.State;
import vn.wardkpi.account.people.Places.Place;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * Says of the rows of one list what they mean and what is wrong with them.
 */
class PersonReader {

	private final Places places;

	private final Units units;

	private final Roles roles;

	private final Map<String, Boolean> known;

	private final Map<String, Integer> before = new HashMap<>();

	/**
	 * @param known usernames that there are, and whether the account may be told of
	 */
	PersonReader(Places places, Units units, Roles roles, Map<String, Boolean> known) {
		this.places = places;
		this.units = units;
		this.roles = roles;
		this.known = known;
	}

	static String username(PersonRow row) {
		return Username.normalized(row.cell(PersonColumn.USERNAME));
	}

	/**
	 * @param counts whether the row stands in the way of a later one of the same username
	 */
	Person read(PersonRow row, boolean counts) {
		List<Remark> remarks = new ArrayList<>();
		String username = username(row);
		boolean existing = Boolean.TRUE.equals(this.known.get(username));
		username(username, row, counts, remarks);
		String name = Normalizer.normalize(row.cell(PersonColumn.NAME).strip(), Normalizer.Form.NFC)
			.replaceAll("\\p{Cntrl}", " ");
		if (name.isEmpty()) {
			remarks.add(new Remark(PersonColumn.NAME, Problem.error("required")));
		}
		FreeText.NAME.problem(name).ifPresent((problem) -> remarks.add(new Remark(PersonColumn.NAME, problem)));
		String email = row.cell(PersonColumn.EMAIL).strip();
		if (!email.isEmpty() && !MailAddress.isAddress(email)) {
			remarks.add(new Remark(PersonColumn.EMAIL, Problem.error("email-form")));
		}
		Role role = role(row, remarks);
		Place place = this.places.find(row.cell(PersonColumn.PLACE), role);
		place(place, role, remarks);
		Units.Found found = units(row, role, place.ward(), remarks);
		NewAccount account = new NewAccount(username, null, name, role,
				(place.ward() != null) ? place.ward().value() : null, found.codes(), false, place.province());
		boolean wrong = remarks.stream().anyMatch((remark) -> remark.problem().isError());
		State state = existing ? State.EXISTING : (wrong ? State.ERROR : State.NEW);
		return new Person(row, state, account, email, place.name(), found.names(), existing ? List.of() : remarks);
	}

	private void username(String username, PersonRow row, boolean counts, List<Remark> remarks) {
		if (username.isEmpty()) {
			remarks.add(new Remark(PersonColumn.USERNAME, Problem.error("required")));
			return;
		}
		if (!Username.isValid(username)) {
			remarks.add(new Remark(PersonColumn.USERNAME, Problem.error("username-form")));
		}
		else if (this.known.containsKey(username)) {
			remarks.add(new Remark(PersonColumn.USERNAME, Problem.error("username-taken", username)));
		}
		Integer earlier = counts ? this.before.putIfAbsent(username, row.line()) : this.before.get(username);
		if (earlier != null) {
			remarks.add(new Remark(PersonColumn.USERNAME,
					Problem.error("people-twice", username, String.valueOf(earlier))));
		}
	}

	private @Nullable Role role(PersonRow row, List<Remark> remarks) {
		String typed = row.cell(PersonColumn.ROLE);
		if (typed.isBlank()) {
			remarks.add(new Remark(PersonColumn.ROLE, Problem.error("required")));
			return null;
		}
		Role role = this.roles.find(typed).orElse(null);
		if (role == null) {
			remarks.add(new Remark(PersonColumn.ROLE, Problem.error("people-role-unknown", typed, this.roles.names())));
		}
		return role;
	}

	private static void place(Place place, @Nullable Role role, List<Remark> remarks) {
		if (place.problem() != null) {
			remarks.add(new Remark(PersonColumn.PLACE, place.problem()));
		}
		else if (role == Role.VIEWER && place.ward() != null) {
			remarks.add(new Remark(PersonColumn.PLACE, Problem.error("viewer-of-a-ward")));
		}
	}

	private Units.Found units(PersonRow row, @Nullable Role role, @Nullable WardCode ward, List<Remark> remarks) {
		String typed = row.cell(PersonColumn.LEAD_UNITS);
		if (role != Role.OFFICIAL || ward == null) {
			if (role != null && role != Role.OFFICIAL && !typed.isBlank()) {
				remarks.add(new Remark(PersonColumn.LEAD_UNITS, Problem.warning("people-units-unused")));
			}
			return new Units.Found(List.of(), List.of(), List.of());
		}
		Units.Found found = this.units.find(typed, ward);
		found.problems().forEach((problem) -> remarks.add(new Remark(PersonColumn.LEAD_UNITS, problem)));
		return found;
	}

}
