package vn.wardkpi.webui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.pattern.PathPatternParser;

import vn.wardkpi.support.DemoInstallation;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every link of a page is offered to the handlers of static files, which would look for
 * each of two hundred in the jar. They answer for one path alone.
 */
class StaticFilesTests extends DemoInstallation {

	private static final String FILES = "/assets/";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ResourceUrlProvider files;

	@Test
	void filesHaveOnePathOfTheirOwn() {
		Map<String, ResourceHttpRequestHandler> handlers = this.files.getHandlerMap();
		assertThat(handlers).isNotEmpty()
			.allSatisfy(
					(pattern, handler) -> assertThat(pattern.startsWith(FILES)).isNotEqualTo(looksNowhere(handler)));
	}

	@Test
	void linkOfAPageIsNotLookedUpAmongThem() {
		List<String> links = page("/wards/99001/years/2026").select("a[href^=/]").eachAttr("href");
		assertThat(links).hasSizeGreaterThan(20)
			.noneMatch((link) -> this.files.getHandlerMap()
				.entrySet()
				.stream()
				.anyMatch((entry) -> matches(entry.getKey(), link) && !looksNowhere(entry.getValue())));
	}

	@Test
	void fileIsNamedByItsContent() {
		Document page = page("/wards/99001/years/2026");
		List<String> named = page.select("link[href], script[src], img[src]")
			.stream()
			.map((element) -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
			.toList();
		assertThat(named).hasSizeGreaterThan(5)
			.allSatisfy((file) -> assertThat(file).startsWith(FILES)
				.matches(".*(-[0-9a-f]{32}\\.[a-z]+|/[0-9a-f]{16}/.*)"));
	}

	private static boolean matches(String pattern, String link) {
		return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(link));
	}

	private static boolean looksNowhere(ResourceHttpRequestHandler handler) {
		return handler.getResourceResolvers().get(0) instanceof NoFile;
	}

	private Document page(String address) {
		MvcTestResult result = this.mvc.get().uri(address).with(TestAccounts.official("99001")).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
