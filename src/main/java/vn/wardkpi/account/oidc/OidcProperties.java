package vn.wardkpi.account.oidc;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import vn.wardkpi.account.Username;

/**
 * How the account is found of whom a provider sends.
 *
 * @param claim that says the username
 * @param domain of claims such as "an@phuong.gov.vn", of which the part before the sign
 * is the username; those of others find no account
 */
@ConfigurationProperties("ward-kpi.oidc")
record OidcProperties(@DefaultValue("preferred_username") String claim, @DefaultValue("") String domain) {

	/** The username that a claim names; nothing where it can be none. */
	Optional<String> username(@Nullable Object value) {
		if (!(value instanceof String text)) {
			return Optional.empty();
		}
		String name = text.strip();
		String ending = "@" + this.domain.strip().toLowerCase(Locale.ROOT);
		if (ending.length() > 1) {
			if (!name.toLowerCase(Locale.ROOT).endsWith(ending)) {
				return Optional.empty();
			}
			name = name.substring(0, name.length() - ending.length());
		}
		return Optional.of(Username.normalized(name)).filter(Username::isValid);
	}

}
