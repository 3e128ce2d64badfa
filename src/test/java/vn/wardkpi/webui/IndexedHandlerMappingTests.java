package vn.wardkpi.webui;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IndexedHandlerMappingTests {

	private final CountingMapping mapping = new CountingMapping();

	@BeforeEach
	void start() {
		StaticWebApplicationContext context = new StaticWebApplicationContext();
		context.registerSingleton("pages", Pages.class);
		context.refresh();
		this.mapping.setApplicationContext(context);
		this.mapping.afterPropertiesSet();
		this.mapping.asked.clear();
	}

	@ParameterizedTest
	@CsvSource({ "GET,/wards/00592/years/2026,year", "GET,/wards/00592/period,period", "GET,/wards,list",
			"POST,/wards,add", "GET,/plans/1,plan", "GET,/plans/new,fresh", "GET,/files/a/b/c,file",
			"GET,/files/a,file", "GET,/any/tail,first", "GET,/w%61rds/00592/period,period", "GET,/,home",
			"GET,/one,both", "GET,/two/3,both" })
	void findsWhatSpringFinds(String method, String path, String handler) throws Exception {
		MockHttpServletRequest request = request(method, path);
		assertThat(find(request)).isEqualTo(handler);
		assertThat(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)).isNotNull();
		assertThat(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)).isNotNull();
	}

	@Test
	void asksOnlyThoseWhosePathsMayBeIt() throws Exception {
		find(request("GET", "/wards/00592/years/2026"));
		assertThat(this.mapping.asked).hasSize(3)
			.allMatch(
					(pattern) -> List.of("/wards/{code}/years/{year}", "/files/**", "/{first}/tail").contains(pattern));
	}

	@Test
	void aHeaderChooses() throws Exception {
		MockHttpServletRequest request = request("GET", "/wards");
		request.addHeader("HX-Target", "results");
		assertThat(find(request)).isEqualTo("part");
	}

	@Test
	void handsOnVariables() throws Exception {
		MockHttpServletRequest request = request("GET", "/wards/00592/years/2026");
		find(request);
		assertThat(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)).asString()
			.isEqualTo("{code=00592, year=2026}");
	}

	@Test
	void saysWhichMethodAnAddressTakes() {
		assertThatExceptionOfType(HttpRequestMethodNotSupportedException.class)
			.isThrownBy(() -> find(request("POST", "/wards/00592/period")))
			.satisfies((ex) -> assertThat(ex.getSupportedMethods()).contains("GET"));
	}

	@ParameterizedTest
	@CsvSource({ "/wards/00592/years", "/nowhere", "/wards/", "//wards" })
	void findsNothingWhereNothingIs(String path) throws Exception {
		assertThat(find(request("GET", path))).isNull();
	}

	private @Nullable String find(MockHttpServletRequest request) throws Exception {
		HandlerExecutionChain chain = this.mapping.getHandler(request);
		return (chain != null) ? ((HandlerMethod) chain.getHandler()).getMethod().getName() : null;
	}

	private static MockHttpServletRequest request(String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		ServletRequestPathUtils.parseAndCache(request);
		return request;
	}

	private static final class CountingMapping extends IndexedHandlerMapping {

		private final List<String> asked = new ArrayList<>();

		@Override
		protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
			this.asked.addAll(info.getPatternValues());
			return super.getMatchingMapping(info, request);
		}

	}

	@Controller
	static class Pages {

		@GetMapping("/")
		void home() {
		}

		@GetMapping("/wards")
		void list() {
		}

		@GetMapping(path = "/wards", headers = "HX-Target=results")
		void part() {
		}

		@PostMapping("/wards")
		void add() {
		}

		@GetMapping("/wards/{code}/years/{year}")
		void year() {
		}

		@GetMapping("/wards/{code}/period")
		void period() {
		}

		@GetMapping("/plans/{id}")
		void plan() {
		}

		@GetMapping("/plans/new")
		void fresh() {
		}

		@GetMapping("/files/**")
		void file() {
		}

		@GetMapping("/{first}/tail")
		void first() {
		}

		@GetMapping({ "/one", "/two/{id}" })
		void both() {
		}

	}

}
