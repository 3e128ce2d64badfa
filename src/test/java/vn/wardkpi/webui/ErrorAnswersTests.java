package vn.wardkpi.webui;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorAnswersTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	private static RequestPostProcessor somebody() {
		return TestAccounts.delegate("00592");
	}

	@Test
	void anUnknownPageSaysWhatToDo() {
		assertThat(this.mvc.get().uri("/nowhere").with(somebody())).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("Không tìm thấy", "Về trang đầu", "lang=\"vi\"")
			.doesNotContain("Exception");
	}

	@Test
	void anUnknownPageSpeaksEnglishOnceAsked() {
		assertThat(this.mvc.get().uri("/nowhere?lang=en").with(somebody())).bodyText().contains("To the start page");
	}

	@Test
	void anUnknownResourceIsAProblemDocument() {
		assertThat(this.mvc.get().uri("/api/v1/plans/987654321").with(somebody())).hasStatus(HttpStatus.NOT_FOUND)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"status": 404, "title": "Không tìm thấy",
					 "detail": "Không có kế hoạch số 987654321. Hãy mở kế hoạch từ trang của phường."}""");
	}

	@Test
	void aProblemDocumentFollowsTheCallersLanguage() {
		assertThat(this.mvc.get().uri("/api/v1/plans/x").with(somebody()).header("Accept-Language", "en"))
			.hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"status": 400, "title": "The request is not right",
					 "errors": [{"field": "id", "code": "type-mismatch"}]}""");
	}

	@Test
	void programsLearnTheMethodsTheyMayUse() {
		assertThat(this.mvc.put()
			.uri("/api/v1/plans/1")
			.with(somebody())
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.containsHeader("Allow");
	}

	@Test
	void unreadableJsonIsMalformed() {
		assertThat(this.mvc.post()
			.uri("/api/v1/plans/1/decisions")
			.with(somebody())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"issuer\": ")).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aWrongContentTypeIsNotSupported() {
		assertThat(this.mvc.post()
			.uri("/api/v1/plans/1/decisions")
			.with(somebody())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.contentType(MediaType.TEXT_PLAIN)
			.content("x")).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
