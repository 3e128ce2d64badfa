package vn.wardkpi.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.wardkpi.account.UserAccount.Scope;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UserAccountTests {

	private static final WardCode WARD = new WardCode("00592");

	private static final WardCode OTHER_WARD = new WardCode("00613");

	private final UserAccount account = account(official("phong-y-te", "phong-kinh-te"));

	@Test
	void saysWhatItMayDo() {
		assertThat(this.account.summary()).isEqualTo("An · OFFICIAL · 00592 · phong-kinh-te, phong-y-te · enabled");
		assertThat(account(new Scope(Role.ADMIN, null, false, List.of())).summary())
			.isEqualTo("An · ADMIN · * ·  · enabled");
		assertThat(this.account.row("Phường Từ Liêm").leadUnits()).containsExactly("phong-kinh-te", "phong-y-te");
		assertThat(account(new Scope(Role.OFFICIAL, WARD, true, List.of())).row(null).leadUnits()).containsExactly("*");
	}

	@Test
	void isAdministeredByItsWardAndTheInstallation() {
		assertThat(this.account.isAdministeredBy(admin("x", null))).isTrue();
		assertThat(this.account.isAdministeredBy(admin("x", WARD))).isTrue();
		assertThat(this.account.isAdministeredBy(admin("x", OTHER_WARD))).isFalse();
		assertThat(account(new Scope(Role.ADMIN, null, false, List.of())).isAdministeredBy(admin("x", WARD))).isFalse();
	}

	@Test
	void keepsAdministratorsFromLockingThemselvesOut() {
		Scope scope = new Scope(Role.ADMIN, WARD, false, List.of());
		UserAccount own = account(scope);
		Actor actor = admin("an", WARD);
		own.refuseUnlessChangeable(scope, true, 0, actor);
		own.refuseUnlessChangeable(scope, false, 0, admin("binh", WARD));
		assertRefused(Kind.CONFLICT, () -> own.refuseUnlessChangeable(scope, false, 0, actor));
		assertRefused(Kind.CONFLICT,
				() -> own.refuseUnlessChangeable(new Scope(Role.REVIEWER, WARD, false, List.of()), true, 0, actor));
		assertRefused(Kind.CONFLICT,
				() -> own.refuseUnlessChangeable(new Scope(Role.ADMIN, OTHER_WARD, false, List.of()), true, 0, actor));
	}

	@Test
	void refusesAChangeMadeFromAnotherVersion() {
		assertRefused(Kind.STALE,
				() -> this.account.refuseUnlessChangeable(official("phong-y-te"), true, 1, admin("binh", WARD)));
	}

	@Test
	void takesLeadUnitsOfItsWardAlone() {
		assertThat(this.account.leavesItsWard(official("phong-y-te"))).isFalse();
		Scope elsewhere = new Scope(Role.OFFICIAL, OTHER_WARD, false, List.of("van-phong"));
		assertThat(this.account.leavesItsWard(elsewhere)).isTrue();
		this.account.change("An Lê", elsewhere, false, this.account.summary(), admin("binh", null));
		assertThat(this.account.summary()).isEqualTo("An Lê · OFFICIAL · 00613 · van-phong · disabled");
	}

	@Test
	void keepsItsAddressForReminders() {
		assertThat(this.account.mail()).isEqualTo(new MailAddress(null, true));
		this.account.changeMail(new MailAddress("an@tu-liem.vn", false), admin("binh", WARD));
		assertThat(this.account.mail()).isEqualTo(new MailAddress("an@tu-liem.vn", false));
	}

	private static void assertRefused(Kind kind, Runnable change) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(change::run)
			.satisfies((refused) -> assertThat(refused.kind()).isEqualTo(kind));
	}

	private static UserAccount account(Scope scope) {
		return new UserAccount("an", "{noop}x", "An", scope, "test", Instant.EPOCH);
	}

	private static Scope official(String... leadUnits) {
		return new Scope(Role.OFFICIAL, WARD, false, List.of(leadUnits));
	}

	private static Actor admin(String username, @Nullable WardCode ward) {
		return new Actor(username, username, Role.ADMIN, ward, false, Set.of());
	}

}
