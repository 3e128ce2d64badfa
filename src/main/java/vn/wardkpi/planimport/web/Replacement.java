package vn.wardkpi.planimport.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.SearchKey;

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
	 * {@code null} where there is nothing to replace, or it cannot be.
	 */
	public @Nullable List<Difference> of(Proposal proposal) {
		PlanSummary plan = proposal.existing();
		PlanDraft draft = proposal.draft();
		boolean open = plan != null && (plan.status() == PlanStatus.DRAFT || plan.status() == PlanStatus.ADOPTED);
		if (plan == null || draft == null || !open || proposal.hasErrors()) {
			return null;
		}
		Map<String, Map<String, String>> standing = standing(plan);
		Map<String, Map<String, String>> read = read(draft, plan);
		String name = this.messages.text("planimport.field.name");
		List<Difference> differences = new ArrayList<>();
		standing.forEach((no, was) -> {
			Map<String, String> is = read.get(no);
			String called = was.getOrDefault(name, no);
			if (is == null) {
				differences.add(new Difference(no, called, Kind.REMOVED, List.of()));
			}
			else if (!SearchKey.of(called).equals(SearchKey.of(is.getOrDefault(name, no)))) {
				differences.add(new Difference(no, called, Kind.REMOVED, List.of()));
				differences.add(new Difference(no, is.getOrDefault(name, no), Kind.ADDED, List.of()));
			}
			else if (!was.equals(is)) {
				differences.add(new Difference(no, called, Kind.CHANGED, parts(was, is)));
			}
		});
		read.forEach((no, is) -> {
			if (!standing.containsKey(no)) {
				differences.add(new Difference(no, is.getOrDefault(name, no), Kind.ADDED, List.of()));
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

	private Map<String, Map<String, String>> standing(PlanSummary plan) {
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		for (IndicatorRow row : this.catalog.indicators(plan.id())) {
			rows.put(row.no(), attributes(row.name(), row.unit(), row.rule().role(), row.rule().direction(),
					row.rule().valueType(), row.rule().accumulation()));
		}
		for (TargetRow target : this.catalog.targets(plan.id(), ALL)) {
			rows.getOrDefault(target.no(), new LinkedHashMap<>())
				.put(label(plan, target.issuer(), target.year()), target.target().text());
		}
		return rows;
	}

	private Map<String, Map<String, String>> read(PlanDraft draft, PlanSummary plan) {
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		for (PlanDraft.IndicatorDraft row : draft.indicators()) {
			rows.put(row.no(), attributes(row.name(), row.unit(), row.role(), row.direction(), row.valueType(),
					row.accumulation()));
		}
		draft.decisions()
			.forEach((decision) -> decision.targets()
				.forEach((target) -> rows.getOrDefault(target.no(), new LinkedHashMap<>())
					.put(label(plan, decision.issuer(), target.year()), target.target().text())));
		return rows;
	}

	private Map<String, String> attributes(String name, @Nullable String unit, Enum<?> role, Enum<?> direction,
			Enum<?> valueType, Enum<?> accumulation) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put(this.messages.text("planimport.field.name"), name);
		parts.put(this.messages.text("planimport.field.unit"), (unit != null) ? unit : NONE);
		parts.put(this.messages.text("planimport.field.role"), this.messages.text("enum.indicator-role." + role));
		parts.put(this.messages.text("planimport.field.direction"), this.messages.text("enum.direction." + direction));
		parts.put(this.messages.text("planimport.field.valueType"), this.messages.text("enum.value-type." + valueType));
		parts.put(this.messages.text("planimport.field.accumulation"),
				this.messages.text("enum.accumulation." + accumulation));
		return parts;
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
