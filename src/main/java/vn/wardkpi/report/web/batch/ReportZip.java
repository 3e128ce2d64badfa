package vn.wardkpi.report.web.batch;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import vn.wardkpi.report.job.BatchWard;
import vn.wardkpi.report.job.ReportBatch;
import vn.wardkpi.report.job.ReportBatches;
import vn.wardkpi.shared.SpreadsheetText;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Sends the reports of many wards as one ZIP, the same from pages and through the API:
 * written as it is read, whatever its size.
 */
@Component
class ReportZip {

	private static final List<String> COLUMNS = List.of("code", "ward", "state", "file", "why");

	private final ReportBatches batches;

	private final ProblemMessages messages;

	ReportZip(ReportBatches batches, ProblemMessages messages) {
		this.batches = batches;
		this.messages = messages;
	}

	void send(ReportBatch batch, HttpServletResponse response) throws IOException {
		this.batches.requireReady(batch);
		List<BatchWard> wards = this.batches.wards(batch);
		String name = "bao-cao-" + batch.province() + "-" + batch.year() + "-"
				+ batch.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".zip";
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
		this.batches.write(wards, list(wards), response.getOutputStream());
	}

	/** As a spreadsheet opens it: with a byte order mark, and no formula. */
	private String list(List<BatchWard> wards) throws IOException {
		StringWriter list = new StringWriter();
		list.write('\ufeff');
		try (CSVPrinter printer = CSVFormat.EXCEL.print(list)) {
			for (String column : COLUMNS) {
				printer.print(this.messages.text("report.batch.csv." + column));
			}
			printer.println();
			for (BatchWard ward : wards) {
				printer.print(ward.wardCode());
				printer.print(SpreadsheetText.harmlessWhereverSplit(ward.wardName()));
				printer.print(this.messages.text("report.batch.state." + ward.state()));
				printer.print(Objects.requireNonNullElse(ward.fileName(), ""));
				printer.print((ward.reason() != null)
						? SpreadsheetText.harmlessWhereverSplit(this.messages.message(ward.reason())) : "");
				printer.println();
			}
		}
		return list.toString();
	}

}
