package vn.wardkpi.plan;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@Transactional
class IssuerNamesTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	@ParameterizedTest
	@CsvSource({ "PHUONG, 01, HĐND phường, Thành phố", "XA, 04, HĐND xã, Tỉnh", "DAC_KHU, 56, HĐND đặc khu, Tỉnh",
			"QUAN, 01, HĐND quận, Thành phố", "HUYEN, 04, HĐND huyện, Tỉnh" })
	void followTheKindOfUnitAndProvince(String kind, String province, String council, String above) throws Exception {
		SamplePlan plan = SamplePlan.store(this.jdbc, this.plans);
		this.jdbc.sql("update ward set kind = ?, province_code = ? where code = ?")
			.params(kind, province, plan.ward().value())
			.update();
		String own = "/plans/" + plan.planId();
		for (String page : List.of("/wards/" + plan.ward() + "/years/2026", own, own + "/decisions", own + "/edit",
				own + "/indicators/1", own + "/decisions/new", "/wards/" + plan.ward() + "/plans/import")) {
			MvcTestResult result = this.mvc.get().uri(page).with(TestAccounts.admin()).exchange();
			assertThat(result).as(page).hasStatusOk();
			Document read = Jsoup.parse(result.getResponse().getContentAsString());
			read.select("section[aria-labelledby=history]").remove();
			String shown = read.select("main").text();
			if (!page.contains("/years/")) {
				assertThat(shown).as(page).contains(council);
			}
			for (String other : List.of("HĐND phường", "HĐND xã", "HĐND đặc khu", "HĐND quận", "HĐND huyện")) {
				assertThat(shown.contains(other)).as("%s on %s", other, page)
					.isEqualTo(other.equals(council) && shown.contains(council));
			}
			if (page.endsWith("/new") || page.endsWith("/import")) {
				assertThat(shown).as(page).contains(above + " Đại hội Đảng bộ");
			}
		}
	}

}
