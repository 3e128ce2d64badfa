package vn.wardkpi.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import vn.wardkpi.plan.PlanEvent.PlanMoved;
import vn.wardkpi.plan.PlanEvent.PlanReplaced;
import vn.wardkpi.plan.PlanEvent.PlanStored;
import vn.wardkpi.plan.PlanEvent.StoredIndicator;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;

/**
 * A ward's plan over a run of years: five (2026–2030) or one (an annual plan), with its
 * indicators. What it refuses is nowhere else decided.
 */
@Entity
class Plan extends AbstractAggregateRoot<Plan> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private WardCode wardCode;

	private String title;

	private int fromYear;

	private int toYear;

	@Enumerated(EnumType.STRING)
	private PlanStatus status;

	private @Nullable String source;

	private boolean illustrative;

	private Instant createdAt;

	private String createdBy;

	private Instant statusAt;

	private String statusBy;

	private @Nullable String statusReason;

	private @Nullable Instant adoptedAt;

	@OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("position")
	private List<Indicator> indicators = new ArrayList<>();

	@Version
	private int version;

	/**
	 * A draft: nothing holds yet, everything may be corrected.
	 * @param units the ward's lead units by their codes
	 * @throws RefusedException INVALID with what contradicts itself; units may still be
	 * named later
	 */
	Plan(PlanDraft draft, Map<String, LeadUnit> units, Authorship authorship) {
		this.wardCode = draft.ward();
		this.title = draft.title();
		this.fromYear = draft.fromYear();
		this.toYear = draft.toYear();
		this.status = PlanStatus.DRAFT;
		this.statusAt = authorship.at();
		this.statusBy = authorship.by();
		this.source = draft.source();
		this.illustrative = draft.illustrative();
		this.createdBy = authorship.by();
		this.createdAt = authorship.at();
		refuse(draft.contradictions());
		this.indicators.addAll(PlanIndicators.read(this, List.of(), draft, units));
	}

	@SuppressWarnings("NullAway.Init")
	protected Plan() {
	}

	long id() {
		return Objects.requireNonNull(this.id, "The plan is not stored yet");
	}

	WardCode wardCode() {
		return this.wardCode;
	}

	String title() {
		return this.title;
	}

	int fromYear() {
		return this.fromYear;
	}

	int toYear() {
		return this.toYear;
	}

	PlanStatus status() {
		return this.status;
	}

	/**
	 * Says that it is there, once it has an id.
	 * @param decisions what the documents that set its targets are called
	 */
	void announce(List<String> decisions, Authorship authorship) {
		registerEvent(new PlanStored(authorship.by(), this.wardCode, id(), this.title, this.fromYear, this.toYear,
				decisions,
				rows(LocalDate.MIN).stream().map((row) -> new StoredIndicator(row.no(), row.describe())).toList(),
				authorship.file()));
	}

	boolean isOf(PlanDraft draft) {
		return this.wardCode.equals(draft.ward()) && this.fromYear == draft.fromYear() && this.toYear == draft.toYear();
	}

	/**
	 * Numbers of the indicators that another reading of the annex has as well, and of
	 * those that stand in no annex.
	 */
	Set<String> staying(PlanDraft draft) {
		return PlanIndicators.staying(this.indicators, draft);
	}

	/** Ids of the indicators that stand in no annex but may stay, or 0 for none. */
	List<Long> beside(PlanDraft draft) {
		List<Long> ids = new ArrayList<>(PlanIndicators.beside(this.indicators, draft)
			.stream()
			.map((indicator) -> Objects.requireNonNull(indicator.storedId()))
			.toList());
		ids.add(0L);
		return ids;
	}

	/**
	 * Takes another reading of the annex in place of the one it has, whose targets are
	 * gone already; whatever held before, it is a draft again.
	 * @param units the ward's lead units by their codes
	 * @param before its indicators as they were, by their numbers
	 */
	void replace(PlanDraft draft, Map<String, LeadUnit> units, Map<String, String> before, Authorship authorship) {
		List<Indicator> beside = PlanIndicators.beside(this.indicators, draft);
		Set<String> staying = staying(draft);
		this.indicators.removeIf((indicator) -> !beside.contains(indicator) && !staying.contains(indicator.no()));
		List<Indicator> standing = this.indicators.stream().filter((one) -> !beside.contains(one)).toList();
		List<Indicator> read = PlanIndicators.read(this, standing, draft, units);
		PlanIndicators.putBehind(read, beside);
		read.stream().filter((indicator) -> !this.indicators.contains(indicator)).forEach(this.indicators::add);
		this.indicators.sort(Comparator.comparingInt(Indicator::position));
		this.title = draft.title();
		this.source = draft.source();
		registerEvent(new PlanReplaced(authorship.by(), this.wardCode, id(), this.title, this.status, before,
				PlanIndicators.described(rows(LocalDate.MIN)), authorship.file()));
		this.status = PlanStatus.DRAFT;
		this.statusAt = authorship.at();
		this.statusBy = authorship.by();
		this.statusReason = null;
	}

	/**
	 * From now on it holds, and what is changed says why and from when.
	 * @param document by which it is adopted, if one is named
	 * @throws RefusedException CONFLICT if it is no draft
	 */
	void adopt(@Nullable String document, Authorship authorship) {
		this.status.require(PlanStatus.DRAFT, this.title);
		this.adoptedAt = (this.adoptedAt != null) ? this.adoptedAt : authorship.at();
		become(PlanStatus.ADOPTED, document, authorship);
	}

	/**
	 * Its years are over: from now on nothing of it changes.
	 * @throws RefusedException CONFLICT if it is not in force
	 */
	void close(Authorship authorship) {
		this.status.require(PlanStatus.ADOPTED, this.title);
		become(PlanStatus.CLOSED, null, authorship);
	}

	/**
	 * Hides it from all but the ward's administrators; nothing is deleted.
	 * @throws RefusedException CONFLICT if it was never adopted or is withdrawn already
	 */
	void withdraw(String reason, Authorship authorship) {
		if (this.status == PlanStatus.WITHDRAWN || this.adoptedAt == null) {
			throw this.status.refusal(this.title);
		}
		become(PlanStatus.WITHDRAWN, reason, authorship);
	}

	private void become(PlanStatus next, @Nullable String reason, Authorship authorship) {
		PlanStatus before = this.status;
		this.status = next;
		this.statusAt = authorship.at();
		this.statusBy = authorship.by();
		this.statusReason = reason;
		registerEvent(new PlanMoved(authorship.by(), this.wardCode, id(), this.title, before, next, reason));
	}

	/**
	 * The day on which an edit shows first: today, or the day it takes effect.
	 */
	LocalDate firstSeen(PlanEdit edit, LocalDate today) {
		LocalDate effective = edit.effectiveDate();
		return (this.status == PlanStatus.ADOPTED && effective != null && effective.isAfter(today)) ? effective : today;
	}

	/**
	 * Changes a draft as if it had always been so, an adopted plan from the effective
	 * date on.
	 * @param units the ward's lead units by their codes
	 * @param withNumbers numbers of the indicators that have targets of their own
	 * @throws RefusedException NOT_FOUND, or INVALID with each field that is wrong, that
	 * is missing, or that would contradict another indicator on any day
	 */
	PlanEditing edit(PlanEdit edit, Map<String, LeadUnit> units, Set<String> withNumbers, Authorship authorship) {
		this.status.requireOpen(this.title);
		PlanEditing editing = new PlanEditing(this, this.indicators, edit, this.status == PlanStatus.ADOPTED,
				authorship);
		editing.apply(units, withNumbers);
		editing.events().forEach(this::registerEvent);
		return editing;
	}

	/**
	 * Lets rows of a draft go, whose targets are gone already.
	 */
	void drop(Collection<Indicator> gone) {
		this.indicators.removeAll(gone);
	}

	/**
	 * Adds a decision; earlier targets stay on record.
	 * @param replaced texts of the targets whose place it takes, by "no/year"
	 * @throws RefusedException INVALID with each target of an indicator or a year that
	 * the plan does not have
	 */
	TargetDecision decide(PlanDraft.DecisionDraft draft, Map<String, String> replaced, Authorship authorship) {
		this.status.requireOpen(this.title);
		Map<String, Indicator> byNo = new HashMap<>();
		this.indicators.forEach((indicator) -> byNo.put(indicator.no(), indicator));
		refuse(draft.problems(byNo.keySet(), this.fromYear, this.toYear));
		TargetDecision decision = new TargetDecision(this, draft, byNo, authorship);
		decision.announce(replaced, authorship);
		return decision;
	}

	/**
	 * The indicators in the order of the annex as they are on a day.
	 */
	List<IndicatorRow> rows(LocalDate day) {
		return PlanIndicators.rows(this.indicators, day);
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
	}

}
