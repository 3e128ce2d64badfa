package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.AttributeChange.Above;
import vn.wardkpi.plan.edit.AttributeCorrection;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.edit.PlanEdit.Add;
import vn.wardkpi.plan.edit.PlanEdit.Correct;
import vn.wardkpi.plan.edit.PlanEdit.Placement;
import vn.wardkpi.plan.edit.PlanEdit.Reinstate;
import vn.wardkpi.plan.edit.PlanEdit.Remove;
import vn.wardkpi.plan.tree.IndicatorTree;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;

/**
 * An edit of a plan's indicators on its way: what must hold between them is looked at
 * when all of it is done. Problems stand at "no.field", with the number before the edit.
 */
final class PlanEditing {

	private final Plan plan;

	private final List<Indicator> indicators;

	private final PlanEdit edit;

	private final boolean dated;

	private final LocalDate from;

	private final Authorship authorship;

	private final Map<String, Indicator> byKey = new HashMap<>();

	private final Map<String, String> before = new HashMap<>();

	private final Set<Indicator> gone = new LinkedHashSet<>();

	private final List<FieldProblem> problems = new ArrayList<>();

	private final List<PlanEvent> events = new ArrayList<>();

	/**
	 * @param dated whether what stands was published, so that the edit holds from a day
	 * on
	 */
	PlanEditing(Plan plan, List<Indicator> indicators, PlanEdit edit, boolean dated, Authorship authorship) {
		this.plan = plan;
		this.indicators = indicators;
		this.edit = edit;
		this.dated = dated;
		this.from = (dated && edit.effectiveDate() != null) ? edit.effectiveDate() : LocalDate.MIN;
		this.authorship = authorship;
		indicators.forEach((indicator) -> this.byKey.put(indicator.no(), indicator));
		PlanIndicators.described(rows()).forEach(this.before::put);
	}

	/**
	 * @throws RefusedException as {@link Plan#edit}
	 */
	void apply(Map<String, LeadUnit> units, Set<String> withNumbers) {
		Set<String> added = this.edit.all(Add.class).stream().map(Add::no).collect(Collectors.toSet());
		this.edit.steps().stream().map(PlanEdit.Step::no).filter((no) -> !added.contains(no)).forEach(this::standing);
		this.problems.addAll(EditProblems.of(this.edit, this.dated, units.keySet()));
		this.edit.steps().forEach(this::refuseOfEnded);
		refuse();
		Set<IndicatorTree.Finding> known = PlanIndicators.findings(staying(), this.from, withNumbers);
		this.edit.all(Remove.class).forEach((step) -> remove(standing(step.no())));
		this.edit.all(Reinstate.class).forEach((step) -> reinstate(standing(step.no())));
		this.edit.all(Add.class).forEach((step) -> add(step, units));
		this.edit.all(Correct.class).forEach((step) -> renumber(step));
		refuse();
		this.edit.all(Add.class).forEach((step) -> put(step.no(), step.placement()));
		this.edit.all(Correct.class).forEach((step) -> correct(step, units));
		arrange();
		this.edit.all(Remove.class).forEach((step) -> refuseOfGroup(step.no()));
		refuse();
		Map<String, String> keys = new HashMap<>();
		this.byKey.forEach((key, indicator) -> keys.put(indicator.no(), key));
		PlanIndicators.findings(staying(), this.from, present(withNumbers))
			.stream()
			.filter((finding) -> !known.contains(finding))
			.map((finding) -> new FieldProblem(keys.getOrDefault(finding.no(), finding.no()) + "." + finding.field(),
					finding.problem()))
			.sorted(Comparator.comparing((problem) -> String.valueOf(problem.field())))
			.forEach(this.problems::add);
		refuse();
		this.edit.steps().stream().map(PlanEdit.Step::no).distinct().forEach(this::tell);
	}

	/** Rows of a draft that go for good. */
	Set<Indicator> gone() {
		return this.gone;
	}

	List<PlanEvent> events() {
		return this.events;
	}

	/** By its number before the edit, or that with which it was added. */
	Indicator standing(String key) {
		Indicator indicator = this.byKey.get(key);
		if (indicator == null) {
			throw new RefusedException(Kind.NOT_FOUND, "indicator.unknown", key);
		}
		return indicator;
	}

	private void refuseOfEnded(PlanEdit.Step step) {
		Indicator indicator = this.byKey.get(step.no());
		LocalDate end = (indicator != null) ? indicator.endsOn() : null;
		boolean back = step instanceof Reinstate;
		if (back ? end == null : end != null && (step instanceof Remove || !end.isAfter(this.from))) {
			problem(step.no(), "no", Problem.error(back ? "indicator-not-ended" : "indicator-ended", step.no()));
		}
	}

	private void remove(Indicator indicator) {
		if (this.dated) {
			indicator.end(this.from);
		}
		else {
			this.gone.add(indicator);
		}
	}

	private void reinstate(Indicator indicator) {
		LocalDate end = Objects.requireNonNull(indicator.endsOn());
		this.indicators.stream()
			.filter((part) -> end.equals(part.endsOn()) && indicator.isSame(part.parent(end)))
			.forEach(this::reinstate);
		indicator.reinstate(this.from);
	}

	/** Its parts go first, or with it. */
	private void refuseOfGroup(String key) {
		Indicator removed = standing(key);
		if (staying().stream().anyMatch((part) -> removed.isSame(part.parent(this.from)) && part.isThere(this.from))) {
			problem(key, "no", Problem.error("indicator-has-parts", key));
		}
	}

	private void add(Add step, Map<String, LeadUnit> units) {
		Indicator taken = this.byKey.get(step.no());
		if (taken != null && !this.gone.contains(taken)) {
			problem(step.no(), "no", Problem.error("indicator-twice", step.no()));
			return;
		}
		Indicator added = new Indicator(this.plan, this.indicators.size(), step.no(),
				understood(step.no(), step.attributes(), step.attributes().unit()),
				PlanIndicators.known(units, step.leadUnits()), this.dated ? this.from : null);
		this.indicators.add(added);
		this.byKey.put(step.no(), added);
		this.before.remove(step.no());
	}

	private void renumber(Correct step) {
		String number = step.placement().no();
		if (number == null || number.equals(step.no())) {
			return;
		}
		if (this.dated) {
			problem(step.no(), "no", Problem.error("number-fixed", step.no()));
		}
		else {
			standing(step.no()).renumber(number);
		}
	}

	private void correct(Correct step, Map<String, LeadUnit> units) {
		Indicator indicator = standing(step.no());
		AttributeCorrection given = step.attributes();
		String unit = (given.unit() != null) ? given.unit() : indicator.attributes(this.from).unit();
		AttributeCorrection attributes = understood(step.no(), given, unit);
		indicator.fixed(given, this.from)
			.forEach((field) -> problem(step.no(), field, Problem.error("linked-row", indicator.no())));
		if (this.dated) {
			indicator.change(attributes, above(step.no(), step.placement()), this.from,
					Objects.requireNonNull(this.edit.reason()).strip(), this.authorship);
		}
		else {
			indicator.correct(attributes);
			put(step.no(), step.placement());
		}
		List<String> codes = step.leadUnits();
		if (codes != null) {
			indicator.assign(PlanIndicators.known(units, codes));
		}
	}

	private void put(String key, Placement placement) {
		Above above = above(key, placement);
		if (above.another()) {
			standing(key).putUnder(above.parent());
		}
	}

	/** By the number it has after the edit. */
	private Above above(String key, Placement placement) {
		String number = placement.parentNo();
		if (number == null || number.isEmpty()) {
			return new Above(number != null, null);
		}
		Indicator parent = staying().stream()
			.filter((indicator) -> indicator.no().equals(number))
			.findFirst()
			.orElse(null);
		if (parent == null) {
			problem(key, "parentNo", Problem.error("parent-unknown", key, number));
		}
		else if (parent.isSame(standing(key))) {
			problem(key, "parentNo", Problem.error("parent-not-above", key, number));
		}
		return new Above(parent != null, parent);
	}

	private void arrange() {
		if (this.edit.moves()) {
			Map<Indicator, Integer> places = new LinkedHashMap<>();
			this.edit.orders().forEach((key, order) -> places.put(standing(key), order));
			PlanIndicators.arrange(this.indicators, places);
		}
	}

	private void tell(String key) {
		Indicator indicator = standing(key);
		String was = this.before.get(key);
		String is = PlanIndicators.described(rows()).get(indicator.no());
		String reason = this.edit.reason();
		LocalDate day = this.dated ? this.from : null;
		String by = this.authorship.by();
		WardCode ward = this.plan.wardCode();
		long id = this.plan.id();
		if (this.gone.contains(indicator) || is == null) {
			this.events.add(new PlanEvent.IndicatorRemoved(by, ward, id, key, Objects.requireNonNullElse(was, ""),
					reason, day));
		}
		else if (this.edit.steps().contains(new Reinstate(key))) {
			this.events.add(new PlanEvent.IndicatorReinstated(by, ward, id, key, is, reason, this.from));
		}
		else if (was == null) {
			this.events.add(new PlanEvent.IndicatorAdded(by, ward, id, indicator.no(), is, reason, day));
		}
		else if (this.edit.steps().stream().anyMatch((step) -> step instanceof Correct && step.no().equals(key))) {
			this.events.add(new PlanEvent.IndicatorCorrected(by, ward, id, indicator.no(), was, is, reason, day));
		}
	}

	private List<IndicatorRow> rows() {
		return PlanIndicators.rows(staying(), this.from);
	}

	private List<Indicator> staying() {
		return this.indicators.stream().filter((indicator) -> !this.gone.contains(indicator)).toList();
	}

	/** Numbers before the edit as numbers after it. */
	private Set<String> present(Set<String> keys) {
		return keys.stream()
			.map((key) -> this.byKey.containsKey(key) ? this.byKey.get(key).no() : key)
			.collect(Collectors.toSet());
	}

	private AttributeCorrection understood(String key, AttributeCorrection given, @Nullable String unit) {
		return EditProblems.understood(given, unit, (problem) -> problem(key, "baseline", problem));
	}

	private void problem(String key, String field, Problem problem) {
		this.problems.add(new FieldProblem(key + "." + field, problem));
	}

	private void refuse() {
		if (!this.problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), this.problems);
		}
	}

}
