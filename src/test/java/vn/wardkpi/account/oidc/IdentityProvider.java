package vn.wardkpi.account.oidc;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.UUID;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A real authorization server on a port of its own, which people sign in at with the
 * password "provider".
 */
final class IdentityProvider {

	static final String PASSWORD = "provider";

	private final ConfigurableApplicationContext context;

	IdentityProvider() {
		this.context = new SpringApplicationBuilder(Server.class).web(WebApplicationType.SERVLET)
			.properties("spring.config.location=optional:classpath:/none/")
			.run();
	}

	String address() {
		return "http://localhost:" + this.context.getEnvironment().getProperty("local.server.port");
	}

	/**
	 * Lets a program on this machine send people here.
	 */
	void admit(int port) {
		this.context.getBean(InMemoryRegisteredClientRepository.class)
			.save(client("office", "http://localhost:" + port + "/login/oauth2/code/office"));
	}

	void addPerson(String username) {
		this.context.getBean(InMemoryUserDetailsManager.class)
			.createUser(User.withUsername(username).password("{noop}" + PASSWORD).roles("USER").build());
	}

	void stop() {
		this.context.close();
	}

	private static RegisteredClient client(String id, String redirect) {
		return RegisteredClient.withId(UUID.randomUUID().toString())
			.clientId(id)
			.clientSecret(id.equals("office") ? "{noop}secret" : "{noop}" + id)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(redirect)
			.scope("openid")
			.build();
	}

	/** No component: the program under test must not find it. */
	@EnableWebSecurity
	static class Server {

		@Bean
		TomcatServletWebServerFactory server() {
			return new TomcatServletWebServerFactory(0);
		}

		/** Filters alone answer; they are asked where a servlet could be. */
		@Bean
		ServletRegistrationBean<HttpServlet> nothingElse() {
			return new ServletRegistrationBean<>(new HttpServlet() {
			}, "/");
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.oauth2AuthorizationServer((authorization) -> authorization.oidc(Customizer.withDefaults()))
				.oauth2ResourceServer((userInfo) -> userInfo.jwt(Customizer.withDefaults()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

		@Bean
		InMemoryRegisteredClientRepository clients() {
			return new InMemoryRegisteredClientRepository(client("other", "http://localhost:1/none"));
		}

		@Bean
		UserDetailsService people() {
			return new InMemoryUserDetailsManager();
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder().build();
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> claims() {
			return (token) -> token.getClaims().claim("office_mail", token.getPrincipal().getName() + "@phuong.gov.vn");
		}

		@Bean
		JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			return new ImmutableJWKSet<>(new JWKSet(
					new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey((RSAPrivateKey) pair.getPrivate())
						.keyID("test")
						.build()));
		}

		@Bean
		JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		}

	}

}
