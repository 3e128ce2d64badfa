package vn.wardkpi.dashboard.web.data;

import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The open data says what the page says.
 */
class PlanDataTests extends DashboardTest {

	@Test
	void sameRowsAsCsvAndJsonAsOnThePage() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		MvcTestResult csv = get("/api/v1/plans/" + plan + "/data?format=csv");
		assertThat(csv).hasStatusOk().contentType().isEqualTo("text/csv;charset=UTF-8");
		List<CSVRecord> records = CSVParser
			.parse(csv.getResponse().getContentAsString(),
					CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())
			.getRecords();
		JsonNode rows = json("/api/v1/plans/" + plan + "/data?format=json");
		assertThat(rows).hasSameSizeAs(records);
		CSVRecord revenue = records.stream()
			.filter((row) -> row.get("no").equals("2.1") && row.get("year").equals("2026")
					&& row.get("issuer").equals("WARD_COUNCIL"))
			.findFirst()
			.orElseThrow();
		assertThat(revenue.toMap()).containsEntry("target", "66,7%")
			.containsEntry("actual", "66.7")
			.containsEntry("numerator", "12")
			.containsEntry("denominator", "18")
			.containsEntry("verdict", "MET")
			.containsEntry("completion", "");
		long exceeded = records.stream()
			.filter((row) -> row.get("year").equals("2026") && row.get("issuer").equals("WARD_COUNCIL")
					&& !row.get("role").equals("BREAKDOWN") && row.get("verdict").equals("EXCEEDED"))
			.count();
		assertThat(exceeded).as("as in the headline").isEqualTo(7);
		assertThat(get("/plans/" + plan + "/data?format=csv").getResponse().getContentAsString())
			.startsWith("\ufeffno,");
	}

	@Test
	void theCallersAcceptChoosesAndAnotherFormatIsRefused() throws Exception {
		long plan = aPlan(1);
		String address = "/api/v1/plans/" + plan + "/data";
		assertThat(get(address, "Accept", "text/csv")).contentType().isEqualTo("text/csv;charset=UTF-8");
		MvcTestResult json = get(address, "Accept", "application/json");
		assertThat(json).contentType().isEqualTo("application/json");
		String tag = json.getResponse().getHeader("ETag");
		assertThat(get(address, "If-None-Match", tag)).hasStatus(HttpStatus.NOT_MODIFIED);
		assertThat(get(address + "?format=xml")).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("csv hoặc json");
		assertThat(get("/api/v1/plans/999999/data")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void thePackageDescribesEveryColumn() throws Exception {
		long plan = aPlan(1);
		JsonNode resource = json("/api/v1/plans/" + plan + "/datapackage.json").path("resources").path(0);
		assertThat(resource.path("path").asString()).endsWith("/api/v1/plans/" + plan + "/data?format=csv");
		String header = get("/api/v1/plans/" + plan + "/data?format=csv").getResponse()
			.getContentAsString()
			.lines()
			.findFirst()
			.orElseThrow();
		assertThat(resource.path("schema").path("fields").findValuesAsString("name"))
			.containsExactly(header.split(","));
	}

	private JsonNode json(String address) throws Exception {
		return JsonMapper.shared().readTree(get(address).getResponse().getContentAsString());
	}

	private MvcTestResult get(String address, String... header) {
		var request = this.mvc.get().uri(address).with(TestAccounts.delegate(WARD));
		return ((header.length == 2) ? request.header(header[0], header[1]) : request).exchange();
	}

}
