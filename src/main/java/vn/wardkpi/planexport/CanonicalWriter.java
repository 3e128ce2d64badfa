package vn.wardkpi.planexport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.planexport.sheet.PlanSheet;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * The canonical CSV of the API: one row an indicator, every attribute stated. UTF-8
 * without a byte order mark, for it is programs that read it. Columns beyond the usual
 * ones stand at the end, and only where the plan needs them.
 */
final class CanonicalWriter {

	private final PlanSheet sheet;

	private final Map<String, Function<IndicatorRow, String>> columns = new LinkedHashMap<>();

	CanonicalWriter(PlanSheet sheet) {
		this.sheet = sheet;
		attributes();
		years("city", this::sameYears, (row, year) -> yes(isSame(row, year)));
		baselines();
		this.columns.put("partyCongress", (row) -> sheet.target(row.no(), Issuer.PARTY_CONGRESS, null));
		this.columns.put("period", (row) -> sheet.target(row.no(), Issuer.WARD_COUNCIL, null));
		sheet.years()
			.forEach(
					(year) -> this.columns.put("t" + year, (row) -> sheet.target(row.no(), Issuer.WARD_COUNCIL, year)));
		this.columns.put("leadUnits", PlanSheet::leadUnits);
		this.columns.put("note", (row) -> text(row.note()));
		beyond();
	}

	void write(OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		CSVPrinter printer = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get().print(writer);
		printer.printRecord(this.columns.keySet());
		for (IndicatorRow row : this.sheet.indicators()) {
			List<String> cells = new ArrayList<>();
			this.columns.values().forEach((column) -> cells.add(harmless(column.apply(row))));
			printer.printRecord(cells);
		}
		printer.flush();
	}

	/** Figures stay figures, "-2,5%". */
	private static String harmless(String text) {
		return SpreadsheetText.isNumber(text) ? text : SpreadsheetText.harmless(text);
	}

	private void attributes() {
		this.columns.put("no", IndicatorRow::no);
		this.columns.put("parent", (row) -> text(row.rule().parentNo()));
		this.columns.put("name", IndicatorRow::name);
		this.columns.put("unit", (row) -> text(row.unit()));
		this.columns.put("role", (row) -> row.rule().role().name());
		this.columns.put("decisive", (row) -> yes(row.rule().decisive()));
		this.columns.put("direction", (row) -> row.rule().direction().name());
		this.columns.put("valueType", (row) -> row.rule().valueType().name());
		this.columns.put("accumulation", (row) -> row.rule().accumulation().name());
		this.columns.put("bounded", (row) -> row.rule().bounded() ? "yes" : "no");
	}

	private void baselines() {
		NavigableSet<Integer> years = this.sheet.baselineYears();
		if (years.isEmpty()) {
			years.add(this.sheet.plan().fromYear() - 1);
		}
		years.forEach((year) -> this.columns.put("baseline" + year, (row) -> PlanSheet.baseline(row, year)));
		this.columns.put("baselineComparable",
				(row) -> (row.baseline() == null) ? "" : row.baseline().comparable() ? "yes" : "no");
		if (this.sheet.indicators()
			.stream()
			.anyMatch((row) -> row.baseline() != null && row.baseline().written() != null)) {
			this.columns.put("baselineOrigin", (row) -> (row.baseline() == null) ? "" : text(row.baseline().written()));
		}
	}

	/** What the usual columns have no place for. */
	private void beyond() {
		if (this.sheet.hasLeaders()) {
			this.columns.put("leaderInCharge", (row) -> text(row.leaderInCharge()));
		}
		if (this.sheet.indicators().stream().anyMatch((row) -> row.field() != null)) {
			this.columns.put("field", (row) -> text(row.field()));
		}
		years("cityTarget", () -> yearsOf(Issuer.CITY, (row, year) -> !isSame(row, year)),
				(row, year) -> isSame(row, year) ? "" : this.sheet.target(row.no(), Issuer.CITY, year));
		if (this.sheet.issuers(null).contains(Issuer.CITY)) {
			this.columns.put("cityPeriod", (row) -> this.sheet.target(row.no(), Issuer.CITY, null));
		}
		years("partyCongress", () -> yearsOf(Issuer.PARTY_CONGRESS, (row, year) -> true),
				(row, year) -> this.sheet.target(row.no(), Issuer.PARTY_CONGRESS, year));
	}

	/** The years in which the city set for a row what the ward's council set. */
	private NavigableSet<Integer> sameYears() {
		NavigableSet<Integer> years = yearsOf(Issuer.CITY, this::isSame);
		if (years.isEmpty()) {
			years.add(this.sheet.plan().fromYear());
		}
		return years;
	}

	private boolean isSame(IndicatorRow row, Integer year) {
		String own = this.sheet.target(row.no(), Issuer.WARD_COUNCIL, year);
		return !own.isEmpty() && Objects.equals(own, this.sheet.target(row.no(), Issuer.CITY, year));
	}

	private NavigableSet<Integer> yearsOf(Issuer issuer, OfYear<Boolean> wanted) {
		NavigableSet<Integer> years = new TreeSet<>();
		Stream<Integer> all = this.sheet.years().stream();
		all.filter((year) -> this.sheet.indicators()
			.stream()
			.anyMatch((row) -> !this.sheet.target(row.no(), issuer, year).isEmpty() && wanted.of(row, year)))
			.forEach(years::add);
		return years;
	}

	private void years(String name, java.util.function.Supplier<NavigableSet<Integer>> years, OfYear<String> cell) {
		years.get().forEach((year) -> this.columns.put(name + year, (row) -> cell.of(row, year)));
	}

	private static String yes(boolean value) {
		return value ? "yes" : "";
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	@FunctionalInterface
	private interface OfYear<T> {

		T of(IndicatorRow row, Integer year);

	}

}
