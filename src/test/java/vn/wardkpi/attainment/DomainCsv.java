package vn.wardkpi.attainment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The worked cases and the published plan under {@code src/test/resources/domain}.
 */
public final class DomainCsv {

	private DomainCsv() {
	}

	public static List<CSVRecord> rows(String file) {
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(DomainCsv.class.getResourceAsStream("/domain/" + file)), StandardCharsets.UTF_8);
				CSVParser parser = CSVParser.parse(reader, format)) {
			return parser.getRecords();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static BigDecimal number(CSVRecord row, String column) {
		return row.get(column).isEmpty() ? null : new BigDecimal(row.get(column));
	}

	public static <E extends Enum<E>> E constant(Class<E> type, CSVRecord row, String column) {
		return row.get(column).isEmpty() ? null : Enum.valueOf(type, row.get(column));
	}

}
