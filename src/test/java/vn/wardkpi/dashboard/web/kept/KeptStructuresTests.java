package vn.wardkpi.dashboard.web.kept;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan's indicators and targets are not read again for every figure, and never stale.
 */
class KeptStructuresTests extends DashboardTest {

	private static final String YEAR = "/wards/" + WARD + "/years/2026";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanCatalog plans;

	@Autowired
	private ContentVersions versions;

	@ParameterizedTest
	@ValueSource(strings = { YEAR, YEAR + "/issuers", "/wards/" + WARD + "/period", "/plans/{plan}/indicators/9" })
	void anApprovedFigureReadsNoIndicatorAndNoTarget(String address) throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		String path = address.replace("{plan}", String.valueOf(plan));
		page(path);
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T08:00:00Z",
				explained("9", ReportingPeriod.FINAL, "987.65", "Nguyên nhân", "Giải pháp"));
		assertThat(StatementCounter.during(() -> assertThat(page(path)).contains("987,65")))
			.anyMatch((statement) -> statement.contains("approved_actual"))
			.noneMatch((statement) -> statement.contains("from indicator_on(") || statement.contains("from target t"));
		change("update target_decision set title = title where plan_id = ?", plan);
		assertThat(StatementCounter.during(() -> page(path)))
			.anyMatch((statement) -> statement.contains("from indicator_on("))
			.anyMatch((statement) -> statement.contains("from target t"));
	}

	@Test
	void whatChangesInThePlanIsSeenAtOnce() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		page(YEAR);
		change("update indicator set name = 'Chỉ tiêu đổi tên' where plan_id = ? and no = '9'", plan);
		assertThat(page(YEAR)).contains("Chỉ tiêu đổi tên");
		change("""
				update target set value = 4321.5, text = '4.321,5' where year = 2026
				and indicator_id = (select id from indicator where plan_id = ? and no = '9')
				""", plan);
		assertThat(page(YEAR)).contains("4.321,5");
		change("update lead_unit set name = 'Phòng Đổi Tên' where ward_code = ?", WARD);
		assertThat(page("/plans/" + plan + "/indicators/9")).contains("Phòng Đổi Tên");
	}

	/** Of one transaction that changes figures first and a target then. */
	@Test
	void aVersionOfResultsHoldsNoVersionOfTheStructureBack() {
		long plan = aPlan(1);
		String before = structure();
		approveYear(plan, 1);
		assertThat(structure()).isEqualTo(before);
		approve(plan, 2026, ReportingPeriod.M06, "2027-02-03T03:00:00Z", actual("9", ReportingPeriod.M06, "1.5"));
		change("update target set text = text where indicator_id in (select id from indicator where plan_id = ?)",
				plan);
		String after = structure();
		assertThat(after).isNotEqualTo(before);
		change("update indicator set name = name where plan_id = ?", plan);
		assertThat(structure()).isNotEqualTo(after);
	}

	/** Whatever the structure is read from raises its version when it is written. */
	@Test
	void everyTableBehindTheStructureRaisesItsVersion() throws Exception {
		long plan = aPlan(1);
		List<String> statements = StatementCounter
			.during(() -> List.of(this.plans.indicators(plan), this.plans.targets(plan, LocalDate.EPOCH)));
		Set<String> tables = TablesBehind.of(statements, this.jdbc);
		assertThat(tables).contains("indicator", "indicator_change", "target", "target_decision", "lead_unit");
		assertThat(this.jdbc.sql("""
				select distinct c.relname from pg_trigger t
				join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
				where p.proname like '%content\\_changed' and t.tgtype & 28 = 28 and t.tgnargs = 0
				  and p.prosrc like '%raise\\_content(%'
				""").query(String.class).list()).containsAll(tables);
	}

	private String structure() {
		return this.versions.ofWard(new WardCode(WARD), "").structure();
	}

	private String page(String address) {
		MvcTestResult answer = this.mvc.get().uri(address).with(TestAccounts.delegate(WARD)).exchange();
		assertThat(answer).hasStatusOk();
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private void change(String sql, Object parameter) {
		assertThat(this.jdbc.sql(sql).param(parameter).update()).isPositive();
	}

}
