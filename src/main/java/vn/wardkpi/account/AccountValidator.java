package vn.wardkpi.account;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import vn.wardkpi.account.UserAccount.Scope;
import vn.wardkpi.account.password.PasswordRules;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnits;
import vn.wardkpi.ward.Province;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * Turns what was typed of an account into what is stored, and says of every field what is
 * wrong with it.
 */
@Component
class AccountValidator {

	private final UserAccounts accounts;

	private final Wards wards;

	private final LeadUnits leadUnits;

	private final PasswordRules rules;

	AccountValidator(UserAccounts accounts, Wards wards, LeadUnits leadUnits, PasswordRules rules) {
		this.accounts = accounts;
		this.wards = wards;
		this.leadUnits = leadUnits;
		this.rules = rules;
	}

	String username(@Nullable String typed, FieldProblems problems) {
		String username = Username.normalized((typed != null) ? typed : "");
		if (username.isEmpty()) {
			problems.add("username", "required");
		}
		else if (!Username.isValid(username)) {
			problems.add("username", "username-form");
		}
		else if (this.accounts.existsByUsername(username)) {
			problems.add("username", "username-taken", username);
		}
		return username;
	}

	String displayName(@Nullable String typed, FieldProblems problems) {
		String name = (typed != null) ? Normalizer.normalize(typed.strip(), Normalizer.Form.NFC) : "";
		if (name.isEmpty()) {
			problems.add("displayName", "required");
		}
		FreeText.NAME.problem(name).ifPresent((problem) -> problems.add("displayName", problem));
		return name.replaceAll("\\p{Cntrl}", " ");
	}

	/**
	 * @return nothing without a role; otherwise of use only if there is no problem
	 */
	Optional<Placement> placement(@Nullable Role role, @Nullable String wardCode, @Nullable String provinceCode,
			@Nullable List<String> units, FieldProblems problems) {
		Ward ward = ward(role, wardCode, problems);
		Province province = province(role, wardCode, provinceCode, problems);
		if (role == null) {
			problems.add("role", "required");
			return Optional.empty();
		}
		WardCode code = (ward != null) ? ward.code() : null;
		if (role != Role.OFFICIAL) {
			String of = (province != null) ? province.code() : null;
			return Optional.of(new Placement(new Scope(role, code, of, false, List.of()), ward));
		}
		Set<String> chosen = new TreeSet<>((units != null) ? units : List.of());
		boolean all = chosen.remove(NewAccount.ALL_LEAD_UNITS);
		if (chosen.isEmpty() && !all) {
			problems.add("leadUnits", "lead-units-required");
		}
		else if (code != null && !all) {
			Set<String> unknown = new TreeSet<>(chosen);
			this.leadUnits.findByWardCode(code).stream().map(LeadUnit::code).forEach(unknown::remove);
			if (!unknown.isEmpty()) {
				problems.add("leadUnits", "lead-unit-unknown", String.join(", ", unknown));
			}
		}
		return Optional.of(new Placement(new Scope(role, code, all, all ? List.of() : List.copyOf(chosen)), ward));
	}

	/**
	 * The required password, without a look at how good it is.
	 */
	String password(@Nullable String typed, FieldProblems problems) {
		String password = (typed != null) ? typed : "";
		if (password.isEmpty()) {
			problems.add("password", "required");
		}
		return password;
	}

	/**
	 * @param known what others know of the account: username, display name, ward
	 */
	String goodPassword(@Nullable String typed, List<@Nullable String> known, FieldProblems problems) {
		String password = password(typed, problems);
		if (!password.isEmpty()) {
			this.rules.check(password, known).ifPresent((problem) -> problems.add("password", problem));
		}
		return password;
	}

	/**
	 * The same for an account that is stored.
	 */
	String goodPassword(@Nullable String typed, UserAccount account, FieldProblems problems) {
		WardCode ward = account.ward();
		List<@Nullable String> known = new ArrayList<>();
		known.add(account.username());
		known.add(account.displayName());
		known.add((ward != null) ? this.wards.find(ward).map(Ward::name).orElse(null) : null);
		return goodPassword(typed, known, problems);
	}

	private @Nullable Ward ward(@Nullable Role role, @Nullable String typed, FieldProblems problems) {
		if (!StringUtils.hasText(typed)) {
			if (role != null && !role.mayBeOfMoreThanAWard()) {
				problems.add("wardCode", "ward-required");
			}
			return null;
		}
		if (role == Role.VIEWER) {
			problems.add("wardCode", "viewer-of-a-ward");
			return null;
		}
		String code = typed.strip();
		Ward ward = WardCode.isValid(code) ? this.wards.find(new WardCode(code)).orElse(null) : null;
		if (ward == null) {
			problems.add("wardCode", "ward-unknown", code);
		}
		return ward;
	}

	private @Nullable Province province(@Nullable Role role, @Nullable String ward, @Nullable String typed,
			FieldProblems problems) {
		if (!StringUtils.hasText(typed)) {
			return null;
		}
		Province province = this.wards.province(typed.strip()).orElse(null);
		if (province == null) {
			problems.add("provinceCode", "province-unknown", typed.strip());
		}
		else if (StringUtils.hasText(ward)) {
			problems.add("provinceCode", "ward-or-province");
		}
		// A role that needs a ward is told so there.
		return (role != null && role.mayBeOfMoreThanAWard()) ? province : null;
	}

	/**
	 * What an account may do, with the ward it is in.
	 */
	record Placement(Scope scope, @Nullable Ward ward) {

		@Nullable String wardName() {
			return (this.ward != null) ? this.ward.name() : null;
		}

	}

}
