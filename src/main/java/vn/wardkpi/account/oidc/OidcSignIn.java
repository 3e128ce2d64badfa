package vn.wardkpi.account.oidc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.signin.OpenSessions;
import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.account.signin.SignInAccounts;

/**
 * Lets people sign in at the providers that {@code spring.security.oauth2.client} names,
 * beside signing in here. Where none is named there is nothing of it.
 */
@Component
@EnableConfigurationProperties(OidcProperties.class)
public class OidcSignIn {

	private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

	private final @Nullable ClientRegistrationRepository registrations;

	private final OidcAccounts accounts;

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	OidcSignIn(ObjectProvider<ClientRegistrationRepository> registrations, SignInAccounts accounts,
			OidcProperties properties) {
		this.registrations = registrations.getIfAvailable();
		this.accounts = new OidcAccounts(accounts, properties);
	}

	/**
	 * The providers to choose from at the sign-in page.
	 */
	public List<Provider> providers() {
		List<Provider> providers = new ArrayList<>();
		if (this.registrations instanceof Iterable<?> all) {
			for (Object one : all) {
				if (one instanceof ClientRegistration registration) {
					providers.add(new Provider(registration.getClientName(),
							"/oauth2/authorization/" + registration.getRegistrationId()));
				}
			}
		}
		return providers;
	}

	/**
	 * What checks the word of a provider, if there is any.
	 */
	public Optional<AuthenticationProvider> authenticationProvider() {
		return (this.registrations != null) ? Optional.of(new OidcAuthorizationCodeAuthenticationProvider(
				new RestClientAuthorizationCodeTokenResponseClient(), this.accounts)) : Optional.empty();
	}

	/**
	 * @param signInPage that says why somebody was not let in
	 */
	public void configure(HttpSecurity http, String signInPage) {
		ClientRegistrationRepository known = this.registrations;
		if (known != null) {
			http.oauth2Login((login) -> login.clientRegistrationRepository(known)
				.authorizedClientRepository(new NoAuthorizedClients())
				.loginPage(signInPage)
				.successHandler(this::letIn)
				.failureHandler((request, response, failure) -> refuse(signInPage, response, failure)));
		}
	}

	/**
	 * From here on it is a session as any other; nothing of the provider is kept.
	 */
	private void letIn(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		if (!(authentication.getPrincipal() instanceof OidcAccount sent)) {
			throw new IllegalStateException("Nobody else is let in");
		}
		SessionUser account = sent.account();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
		SecurityContextHolder.setContext(context);
		this.sessions.saveContext(context, request, response);
		OpenSessions.began(request);
		response.sendRedirect(request.getContextPath() + "/");
	}

	private static void refuse(String signInPage, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		boolean unknown = failure instanceof OAuth2AuthenticationException refusal
				&& refusal.getError().getErrorCode().equals(OidcAccounts.NO_ACCOUNT);
		if (!unknown) {
			log.warn("Signing in at a provider failed", failure);
		}
		response.sendRedirect(signInPage + (unknown ? "?no-account" : "?provider-failed"));
	}

	/**
	 * @param name what people call it
	 * @param path where signing in there begins
	 */
	public record Provider(String name, String path) {
	}

}
