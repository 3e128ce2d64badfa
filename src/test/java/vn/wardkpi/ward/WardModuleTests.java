package vn.wardkpi.ward;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module starts alone: without whoever keeps plans, no ward has one.
 */
@ApplicationModuleTest(webEnvironment = WebEnvironment.NONE)
class WardModuleTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.register(registry);
	}

	@Test
	void findsWardsWithoutAnyOtherModule(@Autowired Wards wards, @Autowired WardSearch search) {
		assertThat(wards.require("00592").displayName()).isEqualTo("phường Từ Liêm, Hà Nội");
		assertThat(search.search("tu liem ha noi", null, 5)).extracting(Ward::name).contains("Phường Từ Liêm");
		assertThat(search.planned(List.of(wards.require("00592")))).isEmpty();
		assertThat(search.withPlans()).isEmpty();
	}

}
