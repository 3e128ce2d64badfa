package vn.wardkpi.support;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on a random port and a real PostgreSQL: one context and one
 * database for every test that extends this. It takes whoever calls from this machine for
 * its proxy and believes what they say of where they come from.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({ StatementCounter.class, RealFormTokens.class })
public abstract class IntegrationTest {

	@DynamicPropertySource
	static void proxy(DynamicPropertyRegistry registry) {
		registry.add("ward-kpi.trusted-proxies", () -> "127.0.0.1/32, ::1/128");
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.register(registry);
	}

}
