package vn.wardkpi.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.audit.AuditHit;
import vn.wardkpi.audit.AuditWords;
import vn.wardkpi.audit.ReadableChange;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * Writes changes as CSV that a spreadsheet opens: with a byte order mark, and no cell
 * that it would take for a formula.
 */
final class AuditCsv {

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT);

	private final CSVPrinter printer;

	private final AuditWords words;

	private final Locale locale;

	private final ZoneId zone;

	private long rows;

	AuditCsv(Writer writer, AuditWords words, Locale locale, ZoneId zone) throws IOException {
		this.words = words;
		this.locale = locale;
		this.zone = zone;
		writer.write('\ufeff');
		this.printer = CSVFormat.EXCEL.print(writer);
		print(Arrays.stream(Column.values())
			.map((column) -> words.column(column.key(), locale))
			.toArray(String[]::new));
	}

	void write(AuditHit hit) {
		this.rows++;
		ReadableChange change = this.words.read(hit, this.locale);
		print(String.valueOf(hit.entry().id()), SECOND.format(hit.entry().at().atZone(this.zone)), hit.entry().actor(),
				hit.ward(), hit.wardName(), hit.planTitle(), hit.entry().indicatorNo(), change.subject(), change.what(),
				change.action(), change.from(), change.to(), change.why(), change.origin(), hit.chain(),
				String.valueOf(hit.place()), hit.hash(), hit.entry().actorName());
	}

	/**
	 * Says how many rows there were, so that a file that broke off is known by its end.
	 */
	void finish() throws IOException {
		print(this.words.column("rows", this.locale) + ": " + this.rows);
		this.printer.flush();
	}

	private void print(@Nullable String... cells) {
		try {
			for (String cell : cells) {
				this.printer.print((cell != null) ? SpreadsheetText.harmlessWhereverSplit(cell) : "");
			}
			this.printer.println();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * In the order of the file.
	 */
	private enum Column {

		ID, AT, WHO, WARD, WARD_NAME, PLAN, NO, SUBJECT, WHAT, ACTION, FROM, TO, WHY, ORIGIN, CHAIN, PLACE, HASH,

		WHO_NAME;

		String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
