package vn.wardkpi.unitlist.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import vn.wardkpi.ward.change.ListedUnit;

/**
 * A list of units as CSV that is read again as the same list.
 */
final class UnitListText {

	private UnitListText() {
	}

	static String write(List<ListedUnit> list) {
		StringWriter text = new StringWriter();
		try (CSVPrinter csv = CSVFormat.RFC4180.print(text)) {
			csv.printRecord("code", "name", "province", "made_of");
			for (ListedUnit unit : list) {
				csv.printRecord(unit.code(), unit.name(), unit.province(),
						unit.origins()
							.stream()
							.map((origin) -> origin.part() ? origin.unit() + " (một phần)" : origin.unit())
							.collect(Collectors.joining("; ")));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

}
