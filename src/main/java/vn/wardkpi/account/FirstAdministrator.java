package vn.wardkpi.account;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.Role;

/**
 * Creates the first administrator of an installation from its configuration
 * ({@code WARD_KPI_ADMIN_USERNAME}, {@code WARD_KPI_ADMIN_PASSWORD}), once: where any
 * account exists, the configuration is not looked at.
 */
@Component
@EnableConfigurationProperties(FirstAdministrator.Properties.class)
class FirstAdministrator implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Accounts accounts;

	private final Properties properties;

	FirstAdministrator(Accounts accounts, Properties properties) {
		this.accounts = accounts;
		this.properties = properties;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.properties.username().isBlank()) {
			return;
		}
		NewAccount account = new NewAccount(this.properties.username(), this.properties.password(),
				this.properties.displayName(), Role.ADMIN, null, null);
		try {
			if (this.accounts.createFirst(account, "installation")) {
				log.info("Created the first administrator {}", account.username());
			}
		}
		catch (RefusedException ex) {
			String reasons = ex.fields()
				.stream()
				.map((field) -> field.field() + ": " + field.problem().code())
				.collect(Collectors.joining(", "));
			throw new FirstAdministratorRefusedException(reasons);
		}
	}

	/**
	 * @param username none creates nothing
	 * @param displayName how pages call the person
	 */
	@ConfigurationProperties("ward-kpi.admin")
	record Properties(@DefaultValue("") String username, @Nullable String password,
			@DefaultValue("Quản trị hệ thống") String displayName) {

		@Override
		public String toString() {
			return "Properties[" + this.username + "]";
		}

	}

}
