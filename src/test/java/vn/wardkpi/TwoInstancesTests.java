package vn.wardkpi;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.account.AccountChange;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Role;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.SecondInstance;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances on one database: what one of them does holds for the other at once.
 */
class TwoInstancesTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	private static final int ROUNDS = 20;

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	private SamplePlan plan;

	private String official;

	private List<Browser> instances;

	@BeforeEach
	void anOfficialAtBoth() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.official = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.accounts.create(new NewAccount(this.official, PASSWORD, "Người thử", Role.OFFICIAL,
				this.plan.ward().value(), List.of(NewAccount.ALL_LEAD_UNITS)), "test");
		this.instances = List.of(new Browser(this.port), new Browser(SecondInstance.port()));
	}

	@Test
	void ofTwoSavesOfOneCellAtOnceOneIsStoredAndTheOtherShownIt() throws Exception {
		ExecutorService clerks = Executors.newFixedThreadPool(2);
		try {
			for (int round = 0; round < ROUNDS; round++) {
				List<Callable<HttpResponse<String>>> saves = new ArrayList<>();
				for (int instance = 0; instance < 2; instance++) {
					Browser browser = this.instances.get(instance);
					int version = round;
					int value = 10 + 2 * round + instance;
					saves.add(() -> save(browser, version, value));
				}
				int stored = -1;
				HttpResponse<String> refused = null;
				for (Future<HttpResponse<String>> save : clerks.invokeAll(saves)) {
					HttpResponse<String> answer = save.get();
					if (answer.statusCode() < 300) {
						assertThat(stored).as("stored once").isNegative();
						stored = JsonMapper.shared().readTree(answer.body()).path("value").intValue();
					}
					else {
						refused = answer;
					}
				}
				assertThat(refused).isNotNull();
				assertThat(refused.statusCode()).as(refused.body()).isEqualTo((round == 0) ? 428 : 412);
				assertThat(JsonMapper.shared().readTree(refused.body()).at("/current/value").intValue())
					.isEqualTo(stored);
			}
		}
		finally {
			clerks.shutdownNow();
		}
		assertThat(this.jdbc
			.sql("select a.version from actual a join indicator i on i.id = a.indicator_id "
					+ "where i.plan_id = ? and i.no = '7'")
			.param(this.plan.planId())
			.query(Integer.class)
			.single()).isEqualTo(ROUNDS);
		assertThat(this.jdbc
			.sql("select count(*) from audit_entry where plan_id = ? and indicator_no = '7' and subject = 'ACTUAL'")
			.param(this.plan.planId())
			.query(Integer.class)
			.single()).isEqualTo(ROUNDS);
	}

	@Test
	void aSessionIsKnownToBothAndEndedInBoth() {
		Browser one = this.instances.get(0);
		Browser other = this.instances.get(1);
		assertThat(one.signIn(this.official, PASSWORD).statusCode()).isEqualTo(302);
		other.replaceSession(one.session());
		assertThat(other.get("/account").statusCode()).isEqualTo(200);
		this.accounts.change(this.official, new AccountChange("Người thử", Role.OFFICIAL, this.plan.ward().value(),
				List.of(NewAccount.ALL_LEAD_UNITS), false, 0), TestAccounts.adminActor());
		assertThat(other.get("/account").statusCode()).isEqualTo(302);
		assertThat(one.get("/account").statusCode()).isEqualTo(302);
	}

	@Test
	void aKeptPageShowsAChangeAtOnceInBoth() throws Exception {
		Browser first = this.instances.get(0);
		assertThat(first.signIn(this.official, PASSWORD).statusCode()).isEqualTo(302);
		this.instances.get(1).replaceSession(first.session());
		String page = "/wards/" + this.plan.ward() + "/years/2026";
		AtomicBoolean over = new AtomicBoolean();
		ExecutorService readers = Executors.newFixedThreadPool(2);
		try {
			List<Future<Integer>> reading = new ArrayList<>();
			for (Browser instance : this.instances) {
				reading.add(readers.submit(() -> {
					int read = 0;
					while (!over.get()) {
						assertThat(instance.get(page).statusCode()).isEqualTo(200);
						read++;
					}
					return read;
				}));
			}
			for (int round = 0; round < ROUNDS; round++) {
				String title = "Kế hoạch lần " + round + " của phường";
				this.jdbc.sql("update plan set title = ? where id = ?").params(title, this.plan.planId()).update();
				for (Browser instance : this.instances) {
					assertThat(instance.get(page).body()).contains(title);
				}
			}
			over.set(true);
			for (Future<Integer> reader : reading) {
				assertThat(reader.get()).isPositive();
			}
		}
		finally {
			over.set(true);
			readers.shutdownNow();
		}
		HttpResponse<String> last = first.get(page);
		String tag = last.headers().firstValue("ETag").orElseThrow();
		assertThat(first.get(page, "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(this.instances.get(1).get(page, "If-None-Match", tag).statusCode()).as("the other instance")
			.isEqualTo(304);
	}

	private HttpResponse<String> save(Browser browser, int version, int value) {
		List<String> headers = new ArrayList<>(
				List.of("Content-Type", "application/json", "Authorization", Browser.basic(this.official, PASSWORD)));
		if (version > 0) {
			headers.addAll(List.of("If-Match", "\"" + version + "\""));
		}
		return browser.send("PUT", "/api/v1/plans/" + this.plan.planId() + "/indicators/7/actuals/2026/FINAL",
				"{\"value\": " + value + "}", headers.toArray(String[]::new));
	}

}
