package vn.wardkpi.planimport.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Says, row by row, where what was read differs from the plan whose place it may take.
 */
@Component
public class Replacement {

	/** Every target of a plan, from whatever day it holds. */
	private static final LocalDate ALL = LocalDate.of(2200, 1, 1);

	private static final String NONE = "–";

	private final PlanCatalog catalog;

	private final ImportMessages messages;

	Replacement(PlanCatalog catalog, ImportMessages messages) {
		this.catalog = catalog;
		this.messages = messages;
	}

	/**
	 * As {@link #of(Proposal)}.
	 * @param planId of the plan that is to give way; {@code null} for none
	 */
	@Nullable List<Difference> of(Proposal proposal, @Nullable Long planId) {
		PlanSummary plan = proposal.existing();
		return (planId != null && plan != null && plan.id() == planId) ? of(proposal) : null;
	}

	/**
	 * In the order of what was read, rows that go without another in their place last;
	 * {@code null} where there is nothing to replace, or it cannot be.
	 */
	public @Nullable List<Difference> of(Proposal proposal) {
		PlanSummary plan = proposal.existing();
		PlanDraft draft = proposal.draft();
		boolean open = plan != null && (plan.status() == PlanStatus.DRAFT || plan.status() == PlanStatus.ADOPTED);
		if (plan == null || draft == null || !open || proposal.hasErrors()) {
			return null;
		}
		List<IndicatorRow> rows = this.catalog.indicators(plan.id());
		Map<String, Map<String, String>> standing = standing(plan, rows);
		Map<String, Map<String, String>> read = read(draft, plan, units(proposal, draft, rows), leaders(rows));
		String name = this.messages.text("planimport.field.name");
		Set<String> beside = rows.stream()
			.filter((row) -> row.rule().role() == IndicatorRole.SUPPLEMENTARY)
			.map(IndicatorRow::no)
			.collect(Collectors.toSet());
		List<Difference> differences = new ArrayList<>();
		read.forEach((no, is) -> {
			Map<String, String> was = standing.get(no);
			String called = is.getOrDefault(name, no);
			if (was == null) {
				differences.add(new Difference(no, called, Kind.ADDED, List.of()));
				return;
			}
			String before = was.getOrDefault(name, no);
			if (!SearchKey.of(before).equals(SearchKey.of(called))) {
				if (!beside.contains(no)) {
					differences.add(new Difference(no, before, Kind.REMOVED, List.of()));
				}
				differences.add(new Difference(no, called, Kind.ADDED, List.of()));
			}
			else if (!was.equals(is)) {
				differences.add(new Difference(no, before, Kind.CHANGED, parts(was, is)));
			}
		});
		standing.forEach((no, was) -> {
			if (!read.containsKey(no) && !beside.contains(no)) {
				differences.add(new Difference(no, was.getOrDefault(name, no), Kind.REMOVED, List.of()));
			}
		});
		return differences;
	}

	private static List<Part> parts(Map<String, String> was, Map<String, String> is) {
		Map<String, String> labels = new LinkedHashMap<>(was);
		labels.putAll(is);
		return labels.keySet()
			.stream()
			.map((label) -> new Part(label, was.getOrDefault(label, NONE), is.getOrDefault(label, NONE)))
			.filter((part) -> !part.from().equals(part.to()))
			.toList();
	}

	private Map<String, Map<String, String>> standing(PlanSummary plan, List<IndicatorRow> indicators) {
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		for (IndicatorRow row : indicators) {
			rows.put(row.no(), attributes(row.name(), row.unit(), row.field(), row.rule(), row.baseline(),
					row.leadUnits().stream().map(LeadUnitRow::name).toList(), row.leaderInCharge()));
		}
		for (TargetRow target : this.catalog.targets(plan.id(), ALL)) {
			rows.getOrDefault(target.no(), new LinkedHashMap<>())
				.put(label(plan, target.issuer(), target.year()), target.target().text());
		}
		return rows;
	}

	private Map<String, Map<String, String>> read(PlanDraft draft, PlanSummary plan, Map<String, List<String>> units,
			Map<String, String> leaders) {
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		draft.indicators().forEach((row) -> rows.put(row.no(), read(row, units, leaders)));
		draft.decisions()
			.forEach((decision) -> decision.targets()
				.forEach((target) -> rows.getOrDefault(target.no(), new LinkedHashMap<>())
					.put(label(plan, decision.issuer(), target.year()), target.target().text())));
		return rows;
	}

	/** By number, as units that are there already are called. */
	private static Map<String, List<String>> units(Proposal proposal, PlanDraft draft, List<IndicatorRow> standing) {
		Map<String, String> names = new HashMap<>();
		draft.leadUnits().forEach((unit) -> names.put(unit.code(), unit.name()));
		standing.forEach((row) -> row.leadUnits().forEach((unit) -> names.put(unit.code(), unit.name())));
		Map<String, List<String>> units = new HashMap<>();
		proposal.rows()
			.forEach((row) -> units.put(row.indicator().no(),
					row.indicator().leadUnits().stream().map((code) -> names.getOrDefault(code, code)).toList()));
		return units;
	}

	/** By number, for where the annex does not name them they stay. */
	private static Map<String, String> leaders(List<IndicatorRow> standing) {
		Map<String, String> leaders = new HashMap<>();
		standing.stream()
			.filter((row) -> row.leaderInCharge() != null)
			.forEach((row) -> leaders.put(row.no(), Objects.requireNonNull(row.leaderInCharge())));
		return leaders;
	}

	private Map<String, String> read(IndicatorDraft row, Map<String, List<String>> units, Map<String, String> leaders) {
		return attributes(row.name(), row.unit(), row.field(), row.rule(), row.baseline(),
				units.getOrDefault(row.no(), List.of()),
				(row.leaderInCharge() != null) ? row.leaderInCharge() : leaders.get(row.no()));
	}

	private Map<String, String> attributes(String name, @Nullable String unit, @Nullable String field,
			IndicatorRule rule, @Nullable Baseline baseline, List<String> units, @Nullable String leader) {
		Map<String, String> parts = new LinkedHashMap<>();
		put(parts, "name", name);
		put(parts, "unit", unit);
		put(parts, "field", field);
		put(parts, "parentNo", rule.parentNo());
		put(parts, "role", this.messages.text("enum.indicator-role." + rule.role()));
		put(parts, "decisive", this.messages.text("planimport.decisive." + rule.decisive()));
		put(parts, "direction", this.messages.text("enum.direction." + rule.direction()));
		put(parts, "valueType", this.messages.text("enum.value-type." + rule.valueType()));
		put(parts, "accumulation", this.messages.text("enum.accumulation." + rule.accumulation()));
		put(parts, "bounded", this.messages.text("planimport.bounded." + rule.bounded()));
		put(parts, "baselineComparable", (baseline != null) ? baseline.text() : null);
		put(parts, "units", units.isEmpty() ? null : String.join("; ", units));
		put(parts, "leaderInCharge", leader);
		return parts;
	}

	private void put(Map<String, String> parts, String field, @Nullable String text) {
		parts.put(this.messages.text("planimport.field." + field), (text != null && !text.isBlank()) ? text : NONE);
	}

	private String label(PlanSummary plan, Issuer issuer, @Nullable Integer year) {
		return this.messages.text(plan.issuerKey(issuer)) + " "
				+ ((year != null) ? year.toString() : this.messages.text("planimport.replace.period"));
	}

	/**
	 * @param parts what is not the same of a row that stays
	 */
	public record Difference(String no, String name, Kind kind, List<Part> parts) {

		public Difference {
			parts = List.copyOf(parts);
		}

	}

	public record Part(String label, String from, String to) {
	}

	/**
	 * What becomes of a row.
	 */
	public enum Kind {

		ADDED, REMOVED, CHANGED

	}

}
