package vn.wardkpi.evidence;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module starts with what checks its files alone, given somebody who knows figures:
 * here there are none.
 */
@ApplicationModuleTest(webEnvironment = WebEnvironment.NONE, extraIncludes = "intake")
class EvidenceModuleTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.register(registry);
	}

	@Test
	void answersWithoutTheModulesThatOwnTheFigures(@Autowired Evidence evidence, @Autowired EvidenceCatalog catalog) {
		assertThat(evidence).isNotNull();
		assertThat(catalog.of(Long.MAX_VALUE, 2026, ReportingPeriod.FINAL, true)).isEmpty();
		assertThat(catalog.ofIndicator(Long.MAX_VALUE, "1", true)).isEmpty();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class NoFigures {

		@Bean
		EvidenceAccess access() {
			return new EvidenceAccess() {

				@Override
				public EvidencePlace place(EvidenceKey key, Actor actor) {
					throw new RefusedException(Kind.NOT_FOUND, "indicator.unknown", key.no());
				}

				@Override
				public EvidencePlace requireOpen(EvidenceKey key, Actor actor) {
					return place(key, actor);
				}

				@Override
				public EvidencePlace holdOpen(EvidenceKey key, Actor actor) {
					return place(key, actor);
				}

			};
		}

	}

}
