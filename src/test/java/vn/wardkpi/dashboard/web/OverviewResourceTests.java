package vn.wardkpi.dashboard.web;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class OverviewResourceTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void saysThatItIsNotThereYet() {
		assertThat(this.mvc.get().uri("/api/v1/overview?year=2026").with(TestAccounts.admin()))
			.hasStatus(HttpStatus.NOT_IMPLEMENTED)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
