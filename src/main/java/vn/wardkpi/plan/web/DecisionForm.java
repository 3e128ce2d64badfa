package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.decision.NewDecision.NewTarget;
import vn.wardkpi.shared.TypedDay;

/**
 * A decision as it was typed.
 *
 * @param rows those in which anything was typed or pasted
 * @param confirmed codes of the warnings that were read and hold
 */
record DecisionForm(String issuer, String number, String date, String effectiveDate, List<TypedTarget> rows,
		List<String> confirmed) {

	/** More than any plan has targets of one issuer. */
	private static final int MOST_ROWS = 5_000;

	static final DecisionForm EMPTY = new DecisionForm(Issuer.WARD_COUNCIL.name(), "", "", "", List.of(), List.of());

	DecisionForm {
		rows = List.copyOf(rows);
		confirmed = List.copyOf(confirmed);
	}

	/**
	 * @param typed of each row {@code no.0}, {@code year.0} and {@code text.0}; further
	 * rows pasted as {@code pasted}
	 */
	static DecisionForm of(Map<String, String> typed, PlanSummary plan) {
		List<TypedTarget> rows = new ArrayList<>();
		for (int row = 0; row < MOST_ROWS && typed.containsKey("no." + row); row++) {
			TypedTarget target = new TypedTarget(text(typed, "no." + row), text(typed, "year." + row),
					text(typed, "text." + row));
			if (!target.no().isEmpty() || !target.text().isEmpty()) {
				rows.add(target);
			}
		}
		rows.addAll(PastedTargets.read(typed.getOrDefault("pasted", ""), plan));
		return new DecisionForm(text(typed, "issuer"), text(typed, "number"), text(typed, "date"),
				text(typed, "effectiveDate"), rows.subList(0, Math.min(rows.size(), MOST_ROWS)),
				Arrays.stream(text(typed, "confirm").split(",")).filter((code) -> !code.isBlank()).toList());
	}

	private static String text(Map<String, String> typed, String name) {
		return typed.getOrDefault(name, "").strip();
	}

	/**
	 * The same with what an annex states in its places.
	 */
	DecisionForm with(List<TypedTarget> stated) {
		List<TypedTarget> all = new ArrayList<>(this.rows);
		all.removeIf((row) -> stated.stream()
			.anyMatch((other) -> other.no().equals(row.no()) && other.year().equals(row.year())));
		all.addAll(stated);
		return new DecisionForm(this.issuer, this.number, this.date, this.effectiveDate,
				all.subList(0, Math.min(all.size(), MOST_ROWS)), List.of());
	}

	/**
	 * From when it would hold, as far as it was typed.
	 */
	@Nullable LocalDate effective() {
		LocalDate typed = day(this.effectiveDate);
		return (typed != null) ? typed : day(this.date);
	}

	/**
	 * Fields whose text is no day.
	 */
	List<String> wrongDays() {
		List<String> wrong = new ArrayList<>();
		if (!this.date.isEmpty() && day(this.date) == null) {
			wrong.add("date");
		}
		if (!this.effectiveDate.isEmpty() && day(this.effectiveDate) == null) {
			wrong.add("effectiveDate");
		}
		return wrong;
	}

	NewDecision read() {
		return new NewDecision(AdoptionForm.issuer(this.issuer), this.number.isEmpty() ? null : this.number,
				day(this.date), day(this.effectiveDate), this.rows.stream().map(TypedTarget::read).toList(),
				this.confirmed);
	}

	private static @Nullable LocalDate day(String text) {
		return TypedDay.read(text).orElse(null);
	}

	/**
	 * @param year empty for the period's own target
	 */
	record TypedTarget(String no, String year, String text) {

		NewTarget read() {
			return new NewTarget(this.no.isEmpty() ? null : this.no, readYear().orElse(null),
					this.text.isEmpty() ? null : this.text);
		}

		Optional<Integer> readYear() {
			return this.year.matches("\\d{4}") ? Optional.of(Integer.valueOf(this.year)) : Optional.empty();
		}

	}

}
