package vn.wardkpi.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.plan.PlanService;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.LogLines;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * PostgreSQL says of a full disk what this test lets it say.
 */
class FullDiskTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	private SamplePlan plan;

	@BeforeEach
	void noRoomLeft() throws SQLException {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		asOwner("""
				create function no_room() returns trigger language plpgsql as $$
				begin
				    raise exception 'could not extend file: No space left on device' using errcode = '53100';
				end $$;
				create trigger full_disk before insert on evidence_content execute function no_room();
				""");
	}

	@AfterEach
	void room() throws SQLException {
		asOwner("drop function if exists no_room() cascade");
	}

	@Test
	void aFileIsKeptWholeOrNotAtAllAndItsSenderToldToTryLater() throws Exception {
		try (LogLines log = LogLines.record()) {
			MvcTestResult answer = upload();
			assertThat(answer).hasStatus(503).headers().hasValue("Retry-After", "10");
			assertThat(answer).bodyText().contains("Hệ thống đang bận hoặc bảo trì");
			assertThat(log.alarming()).singleElement().asString().contains("53100").doesNotContain("<-");
		}
		assertThat(count("evidence_file")).isZero();
		room();
		assertThat(upload()).hasStatus(302);
		assertThat(count("evidence_file")).isOne();
	}

	private MvcTestResult upload() throws Exception {
		String page = "/plans/" + this.plan.planId() + "/indicators/7/evidence/2026/FINAL";
		return this.mvc.post()
			.uri(page)
			.multipart()
			.file(new MockMultipartFile("files", "a.pdf", "application/pdf", SampleFiles.pdf("x")))
			.with(csrf())
			.with(TestAccounts.official(this.plan.ward().value()))
			.exchange();
	}

	private long count(String table) {
		return this.jdbc
			.sql("select count(*) from " + table + " f join indicator i on i.id = f.indicator_id "
					+ "where i.plan_id = ?")
			.param(this.plan.planId())
			.query(Long.class)
			.single();
	}

	private static void asOwner(String sql) throws SQLException {
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			statement.execute(sql);
		}
	}

}
