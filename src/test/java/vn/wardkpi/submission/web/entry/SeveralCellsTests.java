package vn.wardkpi.submission.web.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.submission.SubmissionTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Cells that are sent together.
 */
class SeveralCellsTests extends SubmissionTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void eachCellHasItsOwnAnswer() throws Exception {
		official().enters("17", "6,0");
		Document answers = send(Map.of("cells[1].value", "9.923,5", "cells[7].value", "101", "cells[17].value", "5,9",
				"cells[2.2].value", "1", "cells[99].value", "5"), this.official);

		assertThat(answer(answers, "1").select(".outcome .saved")).isNotEmpty();
		assertThat(answer(answers, "1").select(".form-progress").attr("data-answered")).isEqualTo("1");
		assertThat(answer(answers, "7").select(".outcome").attr("data-state")).isEqualTo("refused");
		assertThat(answer(answers, "7").select(".field-error").text()).startsWith("Tỷ lệ này nằm trong khoảng");
		assertThat(answer(answers, "17").select(".collision p").text()).contains("6,0", "5,9");
		assertThat(answer(answers, "2.2").select(".form-progress").attr("data-unit")).isEqualTo("van-hoa");
		assertThat(answer(answers, "2.2").select(".form-progress").attr("data-answered")).isEqualTo("2");
		assertThat(answer(answers, "99").attr("data-kind")).isEqualTo("refused");
		assertThat(send(Map.of("cells[1].value", "9.923,5", "cells[1].version", "1"), this.official).select(".outcome")
			.attr("data-state")).isEqualTo("saved");
	}

	@Test
	void aLockedFormKeepsNoOtherFromBeingStored() throws Exception {
		official().enters("7", "100").submits("kinh-te");
		Document answers = send(Map.of("cells[1].value", "9.923,5", "cells[17].value", "5,9"), this.official);
		assertThat(answer(answers, "1").attr("data-kind")).isEqualTo("refused");
		assertThat(answer(answers, "1").text()).startsWith("Phiếu đang chờ duyệt");
		assertThat(answer(answers, "17").attr("data-kind")).isEqualTo("stored");
	}

	@Test
	void nobodyEntersForAnotherUnit() throws Exception {
		Actor health = this.plan.official("c", "y-te");
		Document answers = send(Map.of("cells[1].value", "9.923,5", "cells[2.2].value", "1", "cells[17].value", "5,9"),
				health);
		assertThat(answer(answers, "1").attr("data-kind")).isEqualTo("refused");
		assertThat(answer(answers, "2.2").attr("data-kind")).isEqualTo("refused");
		assertThat(answer(answers, "17").attr("data-kind")).isEqualTo("stored");
		assertThat(this.jdbc.sql("""
				select i.no from actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?
				""").param(this.plan.planId()).query(String.class).list()).containsExactly("17");
	}

	@Test
	void sumsAreSaidBesideTheRowsThatBelongTogether() throws Exception {
		this.plan = SamplePlan.storeWithTwoParts(this.jdbc, this.plans);
		this.official = this.plan.official("an");
		send(Map.of("cells[1].value", "9.000", "cells[1.1].value", "7.082,5"), this.official);
		Document wrong = send(Map.of("cells[1.2].value", "1.000"), this.official);
		assertThat(answer(wrong, "1.2").select(".form-sums[data-no=1] .remark")).isNotEmpty();
		Document right = send(Map.of("cells[1.2].value", "1.917,5", "cells[1.2].version", "1"), this.official);
		assertThat(answer(right, "1.2").select(".form-sums[data-no=1]")).isNotEmpty();
		assertThat(answer(right, "1.2").select(".form-sums[data-no=1] .remark")).isEmpty();
	}

	@Test
	void manyCellsOfAFormCostAsManyStatementsAsOne() throws Exception {
		SamplePlan large = SamplePlan.store(this.jdbc, this.plans, 60);
		this.plan = large;
		Map<String, String> cells = new HashMap<>();
		for (int no = 100; no < 160; no++) {
			cells.put("cells[" + no + "].value", "60,5");
		}
		List<String> one = statements(Map.of("cells[17].value", "6,0"));
		List<String> many = statements(cells);
		assertThat(many).as(String.join("\n", many)).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(22);
	}

	private List<String> statements(Map<String, String> cells) throws Exception {
		return StatementCounter.during(() -> send(cells, this.plan.official("an")))
			.stream()
			.filter((sql) -> !sql.contains("insert into audit_entry"))
			.toList();
	}

	private static Element answer(Document answers, String no) {
		return answers.select(".cell-answer[data-no=" + no + "]").first();
	}

	private Document send(Map<String, String> cells, Actor actor) throws Exception {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/plans/" + this.plan.planId() + "/cells/2026/FINAL");
		cells.forEach(request::param);
		MvcTestResult result = request.header("HX-Request", "true")
			.with(TestAccounts.as(actor))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
