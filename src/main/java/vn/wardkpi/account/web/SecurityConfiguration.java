package vn.wardkpi.account.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;

import vn.wardkpi.account.oidc.OidcSignIn;
import vn.wardkpi.account.signin.PasswordAuthentication;
import vn.wardkpi.account.token.TokenIntrospector;

/**
 * Two filter chains: the API, which keeps no session, and the pages, which sign in by a
 * form. Everything not named here needs an account; what the account may do is asked of
 * the {@link vn.wardkpi.shared.Actor} at the object itself.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
			+ "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

	private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

	private static final String[] PUBLIC = { "/sign-in", "/sign-in/refused", "/sign-in/kept", "/invitation/*",
			"/assets/**", "/error", "/actuator/health", "/actuator/health/**" };

	/** For everybody, whether they have an account or not. */
	private static final String[] OPEN = { "/public/**", "/robots.txt" };

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, ApiAuthenticationEntryPoint entry, PasswordAuthentication passwords,
			TokenIntrospector tokens) {
		OpaqueTokenAuthenticationProvider personalTokens = new OpaqueTokenAuthenticationProvider(tokens);
		personalTokens.setAuthenticationConverter(TokenIntrospector::authentication);
		http.securityMatcher("/api/**")
			.authenticationManager(new ProviderManager(passwords))
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
				.permitAll()
				.requestMatchers("/api/v1/openapi.json", "/api/v1/openapi.json/**", "/api/v1/openapi.yaml",
						"/api/v1/public/**")
				.permitAll()
				.anyRequest()
				.access(Admission.settled()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.authenticationEntryPoint(entry))
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(entry)
				.accessDeniedHandler(entry)
				.opaqueToken((opaque) -> opaque.introspector(tokens)
					.authenticationManager(new ProviderManager(personalTokens))))
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(entry).accessDeniedHandler(entry))
			.headers((headers) -> {
				common(headers);
				// Answers may be kept by the caller alone and are asked for again: ETag.
				headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
					.addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"));
			});
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, PasswordAuthentication passwords, OidcSignIn elsewhere) {
		PageAuthenticationEntryPoint entry = new PageAuthenticationEntryPoint();
		List<AuthenticationProvider> ways = new ArrayList<>(List.of(passwords));
		elsewhere.authenticationProvider().ifPresent(ways::add);
		elsewhere.configure(http, "/sign-in");
		http.authenticationManager(new ProviderManager(ways))
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
				.permitAll()
				.requestMatchers(PUBLIC)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers("/actuator", "/actuator/**")
				.access(Admission.ofInstallation())
				.requestMatchers(PageAuthenticationEntryPoint.PASSWORD_PAGE)
				.authenticated()
				.anyRequest()
				.access(Admission.settled()))
			.csrf((csrf) -> csrf.csrfTokenRepository(new FormTokens()))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.formLogin((form) -> form.loginPage("/sign-in")
				.loginProcessingUrl("/sign-in")
				.successHandler(entry)
				.failureHandler(new ForwardAuthenticationFailureHandler("/sign-in/refused")))
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(entry).accessDeniedHandler(entry))
			.headers(SecurityConfiguration::common);
		return http.build();
	}

	private static void common(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS_POLICY))
			.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
			.httpStrictTransportSecurity((https) -> https.includeSubDomains(false));
	}

}
