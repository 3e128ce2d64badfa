package vn.wardkpi.account.password;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	@Bean
	PasswordEncoder passwordEncoder() {
		return new ComposingPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
	}

	/**
	 * Composes what was typed (NFC) first: the same Vietnamese password arrives composed
	 * from one keyboard and decomposed from another.
	 */
	private record ComposingPasswordEncoder(PasswordEncoder encoder) implements PasswordEncoder {

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			return this.encoder.encode(compose(password));
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			return this.encoder.matches(compose(password), hash);
		}

		@Override
		public boolean upgradeEncoding(@Nullable String hash) {
			return this.encoder.upgradeEncoding(hash);
		}

		private static @Nullable String compose(@Nullable CharSequence password) {
			return (password != null) ? Normalizer.normalize(password, Normalizer.Form.NFC) : null;
		}

	}

}
