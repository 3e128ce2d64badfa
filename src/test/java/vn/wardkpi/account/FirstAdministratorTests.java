package vn.wardkpi.account;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Role;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Transactional
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isCreatedOnceAndItsPasswordIsNotLogged(CapturedOutput output) {
		noAccounts();
		start("chu-tich", PASSWORD);
		assertThat(this.catalog.find("chu-tich")).hasValueSatisfying((row) -> {
			assertThat(row.ward()).isNull();
			assertThat(row.role()).isEqualTo(Role.ADMIN);
		});
		assertThat(output).contains("chu-tich").doesNotContain(PASSWORD);
		start("other", PASSWORD);
		assertThat(this.catalog.find("other")).isEmpty();
	}

	@Test
	void isRefusedWithAWeakPassword() {
		noAccounts();
		assertThatExceptionOfType(FirstAdministratorRefusedException.class)
			.isThrownBy(() -> start("chu-tich", "password123"))
			.withMessageContaining("password-weak")
			.satisfies((refused) -> {
				FailureAnalysis analysis = new FirstAdministratorFailureAnalyzer().analyze(refused);
				assertThat(analysis).isNotNull();
				assertThat(analysis.getAction()).contains("WARD_KPI_ADMIN_PASSWORD");
				assertThat(analysis.getDescription()).doesNotContain("password123");
			});
		assertThatExceptionOfType(FirstAdministratorRefusedException.class).isThrownBy(() -> start("chu-tich", null))
			.withMessageContaining("password: required");
	}

	@Test
	void isNotAskedForWithoutConfiguration() {
		noAccounts();
		start("", null);
		assertThat(this.jdbc.sql("select count(*) from user_account").query(Integer.class).single()).isZero();
	}

	@Test
	void comesFromTheEnvironment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("WARD_KPI_ADMIN_USERNAME", "chu-tich", "WARD_KPI_ADMIN_PASSWORD", PASSWORD)));
		FirstAdministrator.Properties properties = new Binder(ConfigurationPropertySources.get(environment))
			.bind("ward-kpi.admin", FirstAdministrator.Properties.class)
			.get();
		assertThat(properties.username()).isEqualTo("chu-tich");
		assertThat(properties.password()).isEqualTo(PASSWORD);
		assertThat(properties.toString()).doesNotContain(PASSWORD);
	}

	private void start(String username, @Nullable String password) {
		new FirstAdministrator(this.accounts, new FirstAdministrator.Properties(username, password, "Quản trị"))
			.run(new DefaultApplicationArguments());
	}

	private void noAccounts() {
		this.jdbc.sql("delete from personal_token").update();
		this.jdbc.sql("delete from user_lead_unit").update();
		this.jdbc.sql("delete from user_account").update();
	}

}
