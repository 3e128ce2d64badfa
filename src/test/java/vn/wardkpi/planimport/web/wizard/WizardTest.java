package vn.wardkpi.planimport.web.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.planimport.ImportDraft;
import vn.wardkpi.planimport.ImportDrafts;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The wizard as a browser without scripts uses it: what is on the page is sent back.
 */
@Transactional
abstract class WizardTest extends IntegrationTest {

	static final String WARD = "00613";

	static final String PAGE = "/wards/" + WARD + "/plans/import";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	private PlanImport imports;

	@Autowired
	private ImportDrafts drafts;

	String upload(String file) {
		try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream("/domain/" + file))) {
			return upload(new MockMultipartFile("file", file, null, content.readAllBytes()));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	String uploadText(String text) {
		return upload(csv(text));
	}

	String uploadText(String ward, String text) {
		return upload("/wards/" + ward + "/plans/import", csv(text));
	}

	private static MockMultipartFile csv(String text) {
		return new MockMultipartFile("file", "a.csv", null, text.getBytes(StandardCharsets.UTF_8));
	}

	String upload(MockMultipartFile file) {
		return upload(PAGE, file);
	}

	private String upload(String page, MockMultipartFile file) {
		MvcTestResult uploaded = this.mvc.post()
			.uri(page)
			.multipart()
			.file(file)
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(uploaded).hasStatus(302);
		return Objects.requireNonNull(uploaded.getResponse().getRedirectedUrl());
	}

	Document look(String page) {
		MvcTestResult shown = this.mvc.get().uri(page).with(TestAccounts.admin()).exchange();
		assertThat(shown).hasStatus(200);
		try {
			return Jsoup.parse(shown.getResponse().getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** All fields of the form as shown, with those that a person changes. */
	MvcTestResult send(String page, Document shown, Map<String, String> changed) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post()
			.uri(page)
			.param("action", "check")
			.with(TestAccounts.admin())
			.with(csrf());
		for (Element field : shown.select("#import input:not([type=checkbox]), #import select")) {
			String name = field.attr("name");
			Element selected = field.selectFirst("option[selected]");
			if (!name.startsWith("_") && !changed.containsKey(name)) {
				post = post.param(name,
						field.tagName().equals("select")
								? ((selected != null) ? selected : Objects.requireNonNull(field.selectFirst("option")))
									.attr("value")
								: field.attr("value"));
			}
		}
		for (Map.Entry<String, String> one : changed.entrySet()) {
			post = post.param(one.getKey(), one.getValue());
		}
		MvcTestResult answer = post.exchange();
		assertThat(answer).hasStatus(302);
		return answer;
	}

	MvcTestResult post(String page, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post().uri(page).with(TestAccounts.admin()).with(csrf());
		for (Map.Entry<String, String> field : fields.entrySet()) {
			post = post.param(field.getKey(), field.getValue());
		}
		return post.exchange();
	}

	void click(String page, Element button) {
		assertThat(post(page, Map.of(button.attr("name"), button.attr("value")))).hasStatus(302);
	}

	void answerAll(String page) {
		Document shown = look(page);
		assertThat(shown.select(".import-question.is-error").eachText()).isEmpty();
		List<String> buttons = shown.select("button[name=accept]:not([value^=all])").eachAttr("value");
		this.mvc.post()
			.uri(page)
			.param("accept", buttons.toArray(String[]::new))
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(look(page).select(".import-question")).isEmpty();
	}

	MvcTestResult store(String page) {
		return post(page, Map.of("action", "store", "confirmed", "true"));
	}

	String storedPlan() {
		return "/plans/" + this.jdbc.sql("select max(id) from plan").query(Long.class).single();
	}

	Proposal proposal(String page) {
		WardCode ward = new WardCode(WARD);
		ImportDraft draft = this.drafts.require(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)), ward,
				TestAccounts.adminActor());
		return this.imports.read(ward, this.drafts.content(draft), draft.options(), TestAccounts.adminActor())
			.proposal();
	}

	long plans() {
		return this.jdbc.sql("select count(*) from plan").query(Long.class).single();
	}

}
