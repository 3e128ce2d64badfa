package vn.wardkpi.account.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class ApiAuthenticationEntryPointTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void asksProgramsToSignInWithoutABrowserWindow() {
		assertThat(this.mvc.get().uri("/api/v1/plans/1")).hasStatus(HttpStatus.UNAUTHORIZED)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ward KPI\"")
			.bodyJson()
			.extractingPath("$.title")
			.isEqualTo("Chưa đăng nhập");
	}

	@Test
	void answersEnglishCallersInEnglish() {
		assertThat(this.mvc.get().uri("/api/v1/plans/1").header(HttpHeaders.ACCEPT_LANGUAGE, "en")).bodyJson()
			.extractingPath("$.title")
			.isEqualTo("Not signed in");
	}

	@Test
	void refusesAWrongPasswordAndAnUnknownToken() {
		assertThat(this.mvc.get().uri("/api/v1/plans/1").headers((headers) -> headers.setBasicAuth("nobody", "wrong")))
			.hasStatus(HttpStatus.UNAUTHORIZED)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.mvc.get().uri("/api/v1/plans/1").headers((headers) -> headers.setBearerAuth("wkpi_unknown")))
			.hasStatus(HttpStatus.UNAUTHORIZED)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void refusesWhatIsNoTokenAtAll() {
		for (String header : List.of("Bearer ", "Bearer", "bearer two words", "Bearer ma\u00f3c", "Basic", "Basic x",
				"Digest x")) {
			assertThat(this.mvc.get().uri("/api/v1/plans/1").header(HttpHeaders.AUTHORIZATION, header)).as(header)
				.hasStatus(HttpStatus.UNAUTHORIZED)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
				.hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ward KPI\"")
				.doesNotContainHeader(HttpHeaders.SET_COOKIE);
		}
		assertThat(this.mvc.get().uri("/api/v1/plans/1?access_token=wkpi_unknown")).hasStatus(HttpStatus.UNAUTHORIZED)
			.bodyJson()
			.extractingPath("$.title")
			.isEqualTo("Chưa đăng nhập");
	}

	@Test
	void needsNoCsrfTokenAndOpensNoSession() {
		assertThat(this.mvc.patch()
			.uri("/api/v1/plans/-1/indicators/1")
			.with(TestAccounts.admin())
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")).doesNotContainHeader(HttpHeaders.SET_COOKIE).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void describesItselfToEverybody() {
		assertThat(this.mvc.get().uri("/actuator/health/liveness")).hasStatusOk();
		assertThat(this.mvc.get().uri("/api/v1/openapi.json")).hasStatusOk();
	}

}
