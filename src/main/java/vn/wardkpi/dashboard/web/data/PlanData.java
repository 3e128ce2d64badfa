package vn.wardkpi.dashboard.web.data;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * Writes a plan's data for whoever may see the plan: approved figures alone.
 */
@Component
class PlanData {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	/** Kept by the caller alone, who asks again each time. */
	private static final String OWN = "private, no-cache";

	private static final String EVERYBODYS = "max-age=60, public";

	private final PlanCatalog plans;

	private final PlanReadModel readModel;

	private final JsonMapper json;

	PlanData(PlanCatalog plans, PlanReadModel readModel, JsonMapper json) {
		this.plans = plans;
		this.readModel = readModel;
		this.json = json;
	}

	/**
	 * @param accept the header of that name, which decides where no format is asked for
	 * @throws RefusedException MALFORMED for another format
	 */
	ResponseEntity<byte[]> send(Asked asked, @Nullable String accept, Actor actor) {
		return send(this.plans.require(asked.plan(), actor), asked, accept, OWN);
	}

	/**
	 * As {@link #send(Asked, String, Actor)}, of a plan that everybody may see without an
	 * account.
	 */
	ResponseEntity<byte[]> open(PlanSummary plan, Asked asked, @Nullable String accept) {
		return send(plan, asked, accept, EVERYBODYS);
	}

	private ResponseEntity<byte[]> send(PlanSummary plan, Asked asked, @Nullable String accept, String caching) {
		boolean csv = isCsv(asked.format(), accept);
		JudgedPlan view = this.readModel.read(plan, asked.asOf(), false);
		List<DataRow> rows = DataRow.of(view);
		byte[] body = csv ? csv(rows, asked.bom()) : this.json.writeValueAsBytes(rows);
		return answer(body, csv ? CSV : MediaType.APPLICATION_JSON, name(plan) + (csv ? ".csv" : ".json"), caching);
	}

	/**
	 * The description of the file, as a Frictionless data package.
	 * @param path address of the file as CSV
	 */
	ResponseEntity<byte[]> describe(long id, String path, Actor actor) {
		return describe(this.plans.require(id, actor), path, OWN);
	}

	/**
	 * As {@link #describe(long, String, Actor)}, of a plan that everybody may see without
	 * an account.
	 */
	ResponseEntity<byte[]> describeOpen(PlanSummary plan, String path) {
		return describe(plan, path, EVERYBODYS);
	}

	private ResponseEntity<byte[]> describe(PlanSummary plan, String path, String caching) {
		List<Map<String, String>> fields = Arrays.stream(DataColumn.values())
			.map((column) -> Map.of("name", column.title(), "type", column.type()))
			.toList();
		Map<String, Object> resource = Map.of("name", "data", "path", path, "profile", "tabular-data-resource",
				"format", "csv", "mediatype", "text/csv", "encoding", "utf-8", "schema",
				Map.of("fields", fields, "missingValues", List.of(""), "primaryKey", List.of("no", "year", "issuer")));
		Map<String, Object> description = Map.of("profile", "tabular-data-package", "name", name(plan), "title",
				plan.title() + " – " + plan.wardName(), "resources", List.of(resource));
		return answer(this.json.writeValueAsBytes(description), MediaType.APPLICATION_JSON, null, caching);
	}

	private static boolean isCsv(@Nullable String format, @Nullable String accept) {
		if (format == null) {
			return accept != null && accept.contains("text/csv");
		}
		if (!format.equals("csv") && !format.equals("json")) {
			throw new RefusedException(Kind.MALFORMED, "data.format", format);
		}
		return format.equals("csv");
	}

	private static ResponseEntity<byte[]> answer(byte[] body, MediaType type, @Nullable String file, String caching) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
			.header(HttpHeaders.CACHE_CONTROL, caching)
			.eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + "\"");
		if (file != null) {
			answer.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file).build().toString());
		}
		return answer.body(body);
	}

	/**
	 * As RFC 4180 has it; a text that a spreadsheet would take for a formula is not one.
	 */
	private static byte[] csv(List<DataRow> rows, boolean bom) {
		StringWriter text = new StringWriter();
		if (bom) {
			text.write('\ufeff');
		}
		try (CSVPrinter csv = CSVFormat.RFC4180.print(text)) {
			csv.printRecord(Arrays.stream(DataColumn.values()).map(DataColumn::title));
			for (DataRow row : rows) {
				csv.printRecord(Arrays.stream(DataColumn.values())
					.map((column) -> column.isTyped() ? column.text(row)
							: SpreadsheetText.harmlessWhereverSplit(column.text(row))));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String name(PlanSummary plan) {
		return "so-lieu-" + plan.wardCode() + "-" + plan.fromYear() + "-" + plan.toYear();
	}

	/**
	 * @param format {@code csv} or {@code json}
	 * @param bom whether a CSV begins with a byte order mark, which some spreadsheets
	 * need
	 */
	record Asked(long plan, @Nullable String format, boolean bom, @Nullable LocalDate asOf) {
	}

}
