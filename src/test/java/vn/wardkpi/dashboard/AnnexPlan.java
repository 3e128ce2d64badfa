package vn.wardkpi.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanDraft.DecisionDraft;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.plan.PlanDraft.LeadUnitDraft;
import vn.wardkpi.plan.PlanDraft.TargetDraft;
import vn.wardkpi.shared.VietnameseNumber;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitCode;

/**
 * The annex of phường Từ Liêm 2026–2030 as a plan of any ward, for tests that read; with
 * several copies, a plan of many indicators.
 */
public final class AnnexPlan {

	private final List<CSVRecord> records = records();

	private final Map<String, String> units = new LinkedHashMap<>();

	private final List<IndicatorDraft> indicators = new ArrayList<>();

	private final Map<Issuer, List<TargetDraft>> targets = new LinkedHashMap<>();

	private AnnexPlan(int copies) {
		for (int copy = 0; copy < copies; copy++) {
			for (CSVRecord row : this.records) {
				add(row, copy * 22);
			}
		}
	}

	public static PlanDraft of(String ward, int copies, boolean illustrative) {
		AnnexPlan annex = new AnnexPlan(copies);
		LocalDate from = LocalDate.of(2026, 1, 1);
		return new PlanDraft(new WardCode(ward), "Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030", 2026, 2030,
				null, illustrative,
				annex.units.entrySet()
					.stream()
					.map((unit) -> new LeadUnitDraft(unit.getKey(), unit.getValue()))
					.toList(),
				annex.indicators,
				annex.targets.entrySet()
					.stream()
					.map((entry) -> new DecisionDraft(entry.getKey(),
							(entry.getKey() == Issuer.WARD_COUNCIL) ? "Nghị quyết 15/NQ-HĐND" : null, null, null, from,
							null, entry.getValue()))
					.toList());
	}

	private void add(CSVRecord row, int offset) {
		String no = shifted(row.get("no"), offset);
		String parent = row.get("parent").isEmpty() ? null : shifted(row.get("parent"), offset);
		String unit = row.get("unit").isEmpty() ? null : row.get("unit");
		List<String> leads = Arrays.stream(row.get("leadUnits").split(";"))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.map((name) -> {
				this.units.put(LeadUnitCode.of(name), name);
				return LeadUnitCode.of(name);
			})
			.toList();
		this.indicators.add(new IndicatorDraft(no, parent, row.get("name"), unit, null,
				IndicatorRole.valueOf(row.get("role")), row.get("decisive").equals("yes"),
				Direction.valueOf(row.get("direction")), ValueType.valueOf(row.get("valueType")),
				Accumulation.valueOf(row.get("accumulation")), row.get("bounded").equals("yes"), 1, baseline(row),
				row.get("note").isEmpty() ? null : row.get("note"), leads));
		for (int year = 2026; year <= 2030; year++) {
			target(Issuer.WARD_COUNCIL, no, year, row.get("t" + year), unit);
		}
		target(Issuer.WARD_COUNCIL, no, null, row.get("period"), unit);
		target(Issuer.PARTY_CONGRESS, no, null, row.get("partyCongress"), unit);
		if (row.get("city2026").equals("yes")) {
			target(Issuer.CITY, no, 2026, row.get("t2026"), unit);
		}
	}

	private void target(Issuer issuer, String no, @Nullable Integer year, String text, @Nullable String unit) {
		if (TargetGrammar.read(text, unit) instanceof TargetGrammar.Reading.Understood understood) {
			this.targets.computeIfAbsent(issuer, (key) -> new ArrayList<>())
				.add(new TargetDraft(no, year, understood.target()));
		}
	}

	private static @Nullable Baseline baseline(CSVRecord row) {
		String text = row.get("baseline2025");
		if (text.isEmpty()) {
			return null;
		}
		BigDecimal value = (VietnameseNumber.read(text) instanceof VietnameseNumber.Reading.Parsed parsed)
				? parsed.value() : null;
		return new Baseline(2025, text, value, row.get("baselineComparable").equals("yes"));
	}

	private static String shifted(String no, int offset) {
		String[] parts = no.split("\\.");
		parts[0] = String.valueOf(Integer.parseInt(parts[0]) + offset);
		return String.join(".", parts);
	}

	private static List<CSVRecord> records() {
		try (InputStream file = Objects.requireNonNull(AnnexPlan.class.getResourceAsStream("/domain/plan-tu-liem.csv"));
				Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
			return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
