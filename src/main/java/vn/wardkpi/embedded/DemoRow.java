package vn.wardkpi.embedded;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * A row of one of the demo files, by column name.
 */
record DemoRow(Map<String, String> cells) {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

	DemoRow {
		cells = Map.copyOf(cells);
	}

	static List<DemoRow> of(String file) {
		try (Reader in = new InputStreamReader(new ClassPathResource("demo/" + file).getInputStream(),
				StandardCharsets.UTF_8); CSVParser parser = FORMAT.parse(in)) {
			return parser.stream().map((row) -> new DemoRow(row.toMap())).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Set<String> columns() {
		return this.cells.keySet();
	}

	/** The cell's text; {@code null} where it is empty or there is no such column. */
	@Nullable String get(String column) {
		String cell = this.cells.get(column);
		return (cell == null || cell.isBlank()) ? null : cell;
	}

	String require(String column) {
		String cell = get(column);
		if (cell == null) {
			throw new IllegalArgumentException("No " + column + " in " + this.cells);
		}
		return cell;
	}

	boolean is(String column) {
		return "yes".equals(get(column));
	}

	int number(String column) {
		return Integer.parseInt(require(column));
	}

	@Nullable Integer count(String column) {
		String cell = get(column);
		return (cell != null) ? Integer.valueOf(cell) : null;
	}

	/** Written with a point: these files are the program's own. */
	@Nullable BigDecimal decimal(String column) {
		String cell = get(column);
		return (cell != null) ? new BigDecimal(cell) : null;
	}

	@Nullable LocalDate date(String column) {
		String cell = get(column);
		return (cell != null) ? LocalDate.parse(cell) : null;
	}

}
