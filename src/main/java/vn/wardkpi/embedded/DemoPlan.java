package vn.wardkpi.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.target.TargetGrammar.Reading;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.PlanDraft.DecisionDraft;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.plan.PlanDraft.LeadUnitDraft;
import vn.wardkpi.plan.PlanDraft.TargetDraft;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitCode;

/**
 * A plan of the demo data: the columns of the canonical CSV, and {@code city} with a year
 * for what the City set ("yes" where it is the same text as the ward council's).
 *
 * @param plan row of plans.csv
 * @param indicators rows of the plan's own file
 * @param decisions rows of decisions.csv that are this plan's
 */
record DemoPlan(DemoRow plan, List<DemoRow> indicators, List<DemoRow> decisions) {

	static List<DemoPlan> all() {
		List<DemoRow> decisions = DemoRow.of("decisions.csv");
		return DemoRow.of("plans.csv").stream().map((plan) -> {
			String name = plan.require("plan");
			return new DemoPlan(plan, DemoRow.of(name + ".csv"),
					decisions.stream().filter((decision) -> name.equals(decision.get("plan"))).toList());
		}).toList();
	}

	String name() {
		return this.plan.require("plan");
	}

	PlanDraft draft() {
		Map<String, LeadUnitDraft> units = new LinkedHashMap<>();
		this.indicators.forEach((row) -> leadUnits(row).forEach(
				(name) -> units.putIfAbsent(LeadUnitCode.of(name), new LeadUnitDraft(LeadUnitCode.of(name), name))));
		return new PlanDraft(new WardCode(this.plan.require("ward")), this.plan.require("title"), fromYear(), toYear(),
				this.plan.require("source"), this.plan.is("illustrative"), List.copyOf(units.values()),
				this.indicators.stream().map(this::indicator).toList(),
				this.decisions.stream().map(this::decision).toList());
	}

	private int fromYear() {
		return this.plan.number("fromYear");
	}

	private int toYear() {
		return this.plan.number("toYear");
	}

	private IndicatorDraft indicator(DemoRow row) {
		int decimals = Arrays.stream(Issuer.values())
			.flatMap((issuer) -> targets(issuer, row).stream())
			.mapToInt((target) -> target.target().decimals())
			.max()
			.orElse(0);
		return new IndicatorDraft(row.require("no"), row.get("parent"), row.require("name"), row.get("unit"),
				row.get("field"), IndicatorRole.valueOf(row.require("role")), row.is("decisive"),
				Direction.valueOf(row.require("direction")), ValueType.valueOf(row.require("valueType")),
				Accumulation.valueOf(row.require("accumulation")), row.is("bounded"), decimals, baseline(row),
				row.get("note"), leadUnits(row).stream().map(LeadUnitCode::of).toList());
	}

	private @Nullable Baseline baseline(DemoRow row) {
		int year = fromYear() - 1;
		String text = row.get("baseline" + year);
		if (text == null) {
			return null;
		}
		return new Baseline(year, text, read(text, row).map(ParsedTarget::value).orElse(null),
				row.is("baselineComparable"));
	}

	private DecisionDraft decision(DemoRow decision) {
		Issuer issuer = Issuer.valueOf(decision.require("issuer"));
		return new DecisionDraft(issuer, decision.get("number"), decision.get("title"), decision.date("date"),
				Objects.requireNonNull(decision.date("effectiveDate")), decision.get("source"),
				this.indicators.stream().flatMap((row) -> targets(issuer, row).stream()).toList());
	}

	private List<TargetDraft> targets(Issuer issuer, DemoRow row) {
		List<TargetDraft> targets = new ArrayList<>();
		for (int year = fromYear(); year <= toYear(); year++) {
			add(targets, row, year, yearly(issuer, row, year));
		}
		add(targets, row, null, switch (issuer) {
			case WARD_COUNCIL -> row.get("period");
			case PARTY_CONGRESS -> row.get("partyCongress");
			case CITY -> null;
		});
		return targets;
	}

	private static @Nullable String yearly(Issuer issuer, DemoRow row, int year) {
		return switch (issuer) {
			case WARD_COUNCIL -> row.get("t" + year);
			case CITY -> row.is("city" + year) ? row.get("t" + year) : row.get("city" + year);
			case PARTY_CONGRESS -> null;
		};
	}

	private static void add(List<TargetDraft> targets, DemoRow row, @Nullable Integer year, @Nullable String text) {
		if (text != null) {
			read(text, row).ifPresent((target) -> targets.add(new TargetDraft(row.require("no"), year, target)));
		}
	}

	private static Optional<ParsedTarget> read(String text, DemoRow row) {
		Reading reading = TargetGrammar.read(text, row.get("unit"));
		if (reading instanceof Reading.Ambiguous ambiguous) {
			throw new IllegalArgumentException("Demo data must be unambiguous: " + ambiguous);
		}
		return (reading instanceof Reading.Understood understood) ? Optional.of(understood.target()) : Optional.empty();
	}

	private static List<String> leadUnits(DemoRow row) {
		String names = row.get("leadUnits");
		return (names == null) ? List.of() : Arrays.stream(names.split(";")).map(String::strip).toList();
	}

}
