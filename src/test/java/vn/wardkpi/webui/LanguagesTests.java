package vn.wardkpi.webui;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesTests {

	private final Languages languages = new Languages();

	@Test
	void pagesAreVietnameseWhateverTheBrowserSpeaks() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/wards");
		request.addPreferredLocale(Locale.ENGLISH);
		assertThat(this.languages.resolveLocale(request).getLanguage()).isEqualTo("vi");
	}

	@Test
	void pagesRememberTheChoiceOfEnglish() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.languages.setLocale(new MockHttpServletRequest("GET", "/wards"), response, Locale.ENGLISH);
		Cookie cookie = response.getCookie("ward-kpi-language");
		assertThat(cookie).isNotNull();
		MockHttpServletRequest next = new MockHttpServletRequest("GET", "/wards");
		next.setCookies(cookie);
		assertThat(this.languages.resolveLocale(next)).isEqualTo(Locale.ENGLISH);
	}

	@Test
	void apiFollowsAcceptLanguageAndKnowsTwoLanguages() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/wards");
		assertThat(this.languages.resolveLocale(request).getLanguage()).isEqualTo("vi");
		request.addHeader("Accept-Language", "fr-FR, en;q=0.5");
		request.addPreferredLocale(Locale.FRANCE);
		assertThat(this.languages.resolveLocale(request).getLanguage()).isEqualTo("vi");
		MockHttpServletRequest english = new MockHttpServletRequest("GET", "/api/v1/wards");
		english.addHeader("Accept-Language", "en-GB");
		english.addPreferredLocale(Locale.UK);
		assertThat(this.languages.resolveLocale(english)).isEqualTo(Locale.ENGLISH);
	}

	@Test
	void aDamagedCookieMeansVietnamese() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.setCookies(new Cookie("ward-kpi-language", "%%%"));
		assertThat(this.languages.resolveLocale(request).getLanguage()).isEqualTo("vi");
	}

}
