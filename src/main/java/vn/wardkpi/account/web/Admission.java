package vn.wardkpi.account.web;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import vn.wardkpi.account.signin.SessionUser;

/**
 * Lets in who is signed in and has a password of their own.
 */
final class Admission {

	private static final AuthorizationManager<RequestAuthorizationContext> SIGNED_IN = AuthenticatedAuthorizationManager
		.authenticated();

	private Admission() {
	}

	static AuthorizationManager<RequestAuthorizationContext> settled() {
		return signedInAnd((authentication) -> !mustChangePassword(authentication));
	}

	static AuthorizationManager<RequestAuthorizationContext> ofInstallation() {
		return signedInAnd((authentication) -> !mustChangePassword(authentication)
				&& authentication.getPrincipal() instanceof SessionUser account
				&& account.actor().mayAdministerInstallation());
	}

	/**
	 * Whether somebody is kept out for no other reason than a password to be changed.
	 */
	static boolean mustChangePassword() {
		return mustChangePassword(SecurityContextHolder.getContext().getAuthentication());
	}

	private static boolean mustChangePassword(@Nullable Authentication authentication) {
		return authentication != null && authentication.getPrincipal() instanceof SessionUser account
				&& account.mustChangePassword();
	}

	private static AuthorizationManager<RequestAuthorizationContext> signedInAnd(Predicate<Authentication> condition) {
		return (authentication, request) -> {
			AuthorizationResult signedIn = SIGNED_IN.authorize(authentication, request);
			return new AuthorizationDecision(
					signedIn != null && signedIn.isGranted() && condition.test(authentication.get()));
		};
	}

}
