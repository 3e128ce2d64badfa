package vn.wardkpi.ward;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class WardWebTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void answersOneWardInTheContractsShape() {
		assertThat(this.mvc.get().uri("/api/v1/wards/00613").with(TestAccounts.delegate("00592"))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"code": "00613", "name": "Phường Tây Tựu", "kind": "PHUONG", "provinceCode": "01",
							 "provinceName": "Thành phố Hà Nội", "illustrative": false, "validFrom": "2025-07-01", "validTo": null,
							 "predecessors": [{"name": "Phường Minh Khai"}, {"name": "Phường Tây Tựu"}]}
							""");
	}

	@Test
	void answersAPlainArrayTheBestMatchFirst() {
		assertThat(this.mvc.get().uri("/api/v1/wards?q={q}", "tu liem").with(TestAccounts.delegate("00592")))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$[0].code")
			.isEqualTo("00592");
		assertThat(this.mvc.get().uri("/api/v1/wards?province=01").with(TestAccounts.delegate("00592"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.length()")
			.isEqualTo(126);
		assertThat(this.mvc.get().uri("/api/v1/wards?q=khongco").with(TestAccounts.delegate("00592"))).hasStatusOk()
			.bodyJson()
			.isEqualTo("[]");
	}

	@Test
	void answersNotFoundForWhatIsNoWard() {
		for (String code : new String[] { "98765", "tu-liem" }) {
			assertThat(this.mvc.get().uri("/api/v1/wards/" + code).with(TestAccounts.delegate("00592"))).hasStatus(404)
				.hasContentTypeCompatibleWith("application/problem+json")
				.bodyText()
				.contains(code)
				.contains("đơn vị");
		}
	}

	@Test
	void answersNobodyWhoIsNotSignedIn() {
		assertThat(this.mvc.get().uri("/api/v1/wards")).hasStatus(401);
	}

	@Test
	void showsWardsByTheirNameAndProvince() {
		assertThat(this.mvc.get().uri("/wards?q={q}", "tu liem").with(TestAccounts.delegate("00592"))).hasStatusOk()
			.bodyText()
			.contains("<!DOCTYPE html>", "phường Từ Liêm, Hà Nội", "Mã 00592")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/wards?q={q}", "thanh xuan ha noi").with(TestAccounts.delegate("00592")))
			.hasStatusOk()
			.bodyText()
			.contains("quận Thanh Xuân, Hà Nội", "không còn từ ngày 1/7/2025");
	}

	@Test
	void saysWhatToDoWhenNothingIsFound() {
		assertThat(this.mvc.get().uri("/wards?q={q}", "<b>không có").with(TestAccounts.delegate("00592"))).hasStatusOk()
			.bodyText()
			.contains("Không có đơn vị nào khớp với &quot;&lt;b&gt;không có&quot;", "kiểm tra lại tên");
	}

	@Test
	void narrowsWhileOneTypes() {
		assertThat(this.mvc.get()
			.uri("/wards?q={q}", "tay tuu")
			.header("HX-Request", "true")
			.header("HX-Target", "ward-results")
			.with(TestAccounts.delegate("00592"))).hasStatusOk()
			.bodyText()
			.contains("phường Tây Tựu, Hà Nội")
			.doesNotContain("<html");
	}

	@Test
	void saysWhenThereIsMoreThanItShows() {
		assertThat(this.mvc.get().uri("/wards?q=a").with(TestAccounts.delegate("00592"))).hasStatusOk()
			.bodyText()
			.contains("Đang hiện 50 đơn vị đầu tiên");
	}

}
