package vn.wardkpi.bulkimport.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.bulkimport.BatchFile;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * Writes the report on a batch as CSV that a spreadsheet opens: with a byte order mark,
 * and no cell that it would take for a formula.
 */
final class BatchCsv {

	private static final List<String> COLUMNS = List.of("file", "code", "ward", "state", "indicators", "counted",
			"targets", "questions", "why", "plan");

	private BatchCsv() {
	}

	static void write(List<BatchFile> files, Map<String, String> names, ReasonMessages messages, Writer writer)
			throws IOException {
		writer.write('\ufeff');
		CSVPrinter printer = CSVFormat.EXCEL.print(writer);
		for (String column : COLUMNS) {
			printer.print(messages.text("bulkimport.csv." + column));
		}
		printer.println();
		for (BatchFile file : files) {
			printer.print(harmless(file.name()));
			printer.print(Objects.requireNonNullElse(file.ward(), ""));
			printer.print(harmless((file.ward() != null) ? names.get(file.ward()) : null));
			printer.print(messages.text("bulkimport.state." + file.state()));
			printer.print(file.indicators());
			printer.print(file.counted());
			printer.print(file.targets());
			printer.print(file.questions());
			printer.print(harmless(file.reasons().stream().map(messages::text).collect(Collectors.joining(" "))));
			printer.print((file.planId() != null) ? file.planId() : "");
			printer.println();
		}
		printer.flush();
	}

	private static String harmless(@Nullable String cell) {
		return SpreadsheetText.harmlessWhereverSplit(Objects.requireNonNullElse(cell, ""));
	}

}
