package vn.wardkpi.account.oidc;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.account.signin.SignInAccounts;
import vn.wardkpi.shared.FreeText;

/**
 * Finds the account of whom a provider sent. Nobody gets an account by it, nor a role.
 */
class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

	/** There is no such account, or it may not be used. */
	static final String NO_ACCOUNT = "no_account";

	private static final Logger log = LoggerFactory.getLogger(OidcAccounts.class);

	private static final String EMAIL = "email";

	private final OidcUserService provider = new OidcUserService();

	private final SignInAccounts accounts;

	private final OidcProperties properties;

	OidcAccounts(SignInAccounts accounts, OidcProperties properties) {
		this.accounts = accounts;
		this.properties = properties;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
		OidcUser sent = this.provider.loadUser(request);
		Object claim = sent.getClaims().get(this.properties.claim());
		boolean believed = !this.properties.claim().equals(EMAIL) || Boolean.TRUE.equals(sent.getEmailVerified());
		SessionUser account = this.properties.username(claim)
			.filter((username) -> believed)
			.flatMap(this.accounts::findSentByProvider)
			.orElse(null);
		if (account == null) {
			log.info("No account here for {} = {}", this.properties.claim(), FreeText.echo(String.valueOf(claim)));
			throw new OAuth2AuthenticationException(new OAuth2Error(NO_ACCOUNT));
		}
		return new OidcAccount(sent, account);
	}

}
