package vn.wardkpi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.jsoup.Jsoup;
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

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "00592, /wards/00592/years/2026", "99001, /wards/99001/years/2028", "99001, /wards/99001/period",
			"99001, /plans/$PLAN/indicators/1", "99001, /plans/$PLAN/entry/2029/FINAL/phong-van-hoa-xa-hoi",
			"99001, /plans/$PLAN/entry/2029/FINAL" })
	void pageIsSmall(String ward, String address) throws IOException {
		long plan = this.jdbc.sql("select id from plan where ward_code = ? and to_year = 2030")
			.param(ward)
			.query(Long.class)
			.single();
		byte[] html = get(ward, address.replace("$PLAN", String.valueOf(plan)));
		assertThat(html).hasSizeLessThan(MOST_HTML);
		List<String> scripts = Jsoup.parse(new String(html, java.nio.charset.StandardCharsets.UTF_8))
			.select("script[src]")
			.eachAttr("src");
		assertThat(scripts).isNotEmpty();
		int compressed = 0;
		for (String script : scripts) {
			compressed += compress(get(ward, script)).length;
		}
		assertThat(compressed).as("%s compressed", scripts).isLessThan(MOST_SCRIPT);
	}

	private byte[] get(String ward, String uri) {
		MvcTestResult result = this.mvc.get().uri(uri).with(TestAccounts.official(ward)).exchange();
		assertThat(result).as(uri).hasStatusOk();
		return result.getResponse().getContentAsByteArray();
	}

	private static byte[] compress(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		return bytes.toByteArray();
	}

}
