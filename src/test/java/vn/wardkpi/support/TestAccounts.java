package vn.wardkpi.support;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.Territory;
import vn.wardkpi.shared.WardCode;

/**
 * Ready accounts for MockMvc requests, without a row in the database:
 * {@code .with(TestAccounts.official("00592", "phong-van-hoa-xa-hoi"))}. A POST to a page
 * also needs {@code .with(csrf())}.
 */
public final class TestAccounts {

	private TestAccounts() {
	}

	/** An administrator of the whole installation. */
	public static RequestPostProcessor admin() {
		return as(adminActor());
	}

	public static RequestPostProcessor wardAdmin(String ward) {
		return as(wardAdminActor(ward));
	}

	/**
	 * An official of these lead units, or of all of the ward if none is named.
	 */
	public static RequestPostProcessor official(String ward, String... leadUnits) {
		return as(officialActor(ward, leadUnits));
	}

	public static RequestPostProcessor reviewer(String ward) {
		return as(reviewerActor(ward));
	}

	public static RequestPostProcessor delegate(String ward) {
		return as(delegateActor(ward));
	}

	public static RequestPostProcessor as(Actor actor) {
		SessionUser account = SessionUser.of(actor);
		return SecurityMockMvcRequestPostProcessors
			.authentication(UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
	}

	public static Actor adminActor() {
		return actor("test-admin", Role.ADMIN, null, false);
	}

	public static Actor wardAdminActor(String ward) {
		return actor("test-ward-admin", Role.ADMIN, ward, false);
	}

	public static Actor officialActor(String ward, String... leadUnits) {
		return actor("test-official", Role.OFFICIAL, ward, leadUnits.length == 0, leadUnits);
	}

	public static Actor reviewerActor(String ward) {
		return actor("test-reviewer", Role.REVIEWER, ward, false);
	}

	public static Actor delegateActor(String ward) {
		return actor("test-delegate", Role.DELEGATE, ward, false);
	}

	/**
	 * A viewer of a province with these wards.
	 */
	public static Actor viewerActor(String province, String... wards) {
		return ofProvince("test-viewer", Role.VIEWER, province, wards);
	}

	/** A viewer of the whole country. */
	public static Actor viewerActor() {
		return actor("test-viewer", Role.VIEWER, null, false);
	}

	public static Actor provinceAdminActor(String province, String... wards) {
		return ofProvince("test-province-admin", Role.ADMIN, province, wards);
	}

	private static Actor ofProvince(String username, Role role, String province, String... wards) {
		Set<WardCode> codes = Stream.of(wards).map(WardCode::new).collect(Collectors.toSet());
		return new Actor(username, username, role, null, false, Set.of(), new Territory(province, codes));
	}

	private static Actor actor(String username, Role role, @Nullable String ward, boolean allLeadUnits,
			String... leadUnits) {
		return new Actor(username, username, role, (ward != null) ? new WardCode(ward) : null, allLeadUnits,
				Set.of(leadUnits));
	}

}
