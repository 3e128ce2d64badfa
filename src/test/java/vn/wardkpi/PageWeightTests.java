package vn.wardkpi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.support.DemoInstallation;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages are for tablets in council halls and phones in hamlets: small, and useful before
 * any script has come.
 */
class PageWeightTests extends DemoInstallation {

	private static final int MOST_HTML = 150 * 1024;

	private static final int MOST_SCRIPT = 120 * 1024;

	private static final int MOST_STYLE = 20 * 1024;

	private static final Pattern IMPORT = Pattern.compile("from \"(\\./[a-z-]+\\.js)\";");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "00592, /wards/00592/years/2026", "99001, /wards/99001/years/2028", "99001, /wards/99001/period",
			"99001, /plans/$PLAN/indicators/1", "99001, /plans/$PLAN/entry/2029/FINAL/phong-van-hoa-xa-hoi",
			"99001, /plans/$PLAN/entry/2029/FINAL", "99001, /wards?q=tu+liem" })
	void pageIsSmall(String ward, String address) throws IOException {
		long plan = this.jdbc.sql("select id from plan where ward_code = ? and to_year = 2030")
			.param(ward)
			.query(Long.class)
			.single();
		byte[] html = get(ward, address.replace("$PLAN", String.valueOf(plan)));
		assertThat(html).hasSizeLessThan(MOST_HTML);
		Document page = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
		Map<String, byte[]> scripts = new LinkedHashMap<>();
		for (String script : page.select("script[src]").eachAttr("src")) {
			load(ward, script, scripts);
		}
		boolean changesInPlace = !page.select("[data-hx-get], [data-hx-post]").isEmpty();
		assertThat(scripts.keySet().stream().anyMatch((script) -> script.contains("htmx"))).isEqualTo(changesInPlace);
		assertThat(scripts.isEmpty()).isEqualTo(!changesInPlace && page.select("form[data-sheet]").isEmpty());
		assertThat(compressed(scripts.values())).as("%s compressed", scripts.keySet()).isLessThan(MOST_SCRIPT);
		List<byte[]> styles = page.select("link[rel=stylesheet]")
			.eachAttr("href")
			.stream()
			.map((style) -> get(ward, style))
			.toList();
		assertThat(styles).isNotEmpty();
		assertThat(compressed(styles)).as("style sheets compressed").isLessThan(MOST_STYLE);
	}

	/** A script and all it imports. */
	private void load(String ward, String address, Map<String, byte[]> loaded) {
		if (!loaded.containsKey(address)) {
			byte[] script = get(ward, address);
			loaded.put(address, script);
			Matcher imported = IMPORT.matcher(new String(script, StandardCharsets.UTF_8));
			while (imported.find()) {
				load(ward, URI.create(address).resolve(imported.group(1)).toString(), loaded);
			}
		}
	}

	private byte[] get(String ward, String uri) {
		MvcTestResult result = this.mvc.get().uri(uri).with(TestAccounts.official(ward)).exchange();
		assertThat(result).as(uri).hasStatusOk();
		return result.getResponse().getContentAsByteArray();
	}

	private static int compressed(Collection<byte[]> files) throws IOException {
		int size = 0;
		for (byte[] file : files) {
			size += compress(file).length;
		}
		return size;
	}

	private static byte[] compress(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		return bytes.toByteArray();
	}

}
