package vn.wardkpi.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.PlanEvent.DecidedTarget;
import vn.wardkpi.plan.PlanEvent.TargetsDecided;

/**
 * A document by which an issuer set targets. Never changed once its plan is adopted: a
 * later decision adds new targets from its effective date.
 */
@Entity
class TargetDecision extends AbstractAggregateRoot<TargetDecision> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Plan plan;

	@Enumerated(EnumType.STRING)
	private Issuer issuer;

	private @Nullable String number;

	private @Nullable String title;

	private @Nullable LocalDate decisionDate;

	private LocalDate effectiveDate;

	private @Nullable String source;

	private Instant createdAt;

	private String createdBy;

	@OneToMany(mappedBy = "decision", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("id")
	private List<Target> targets = new ArrayList<>();

	/**
	 * @param indicators the plan's by their numbers
	 */
	TargetDecision(Plan plan, PlanDraft.DecisionDraft draft, Map<String, Indicator> indicators, Authorship authorship) {
		this.plan = plan;
		this.issuer = draft.issuer();
		this.number = draft.number();
		this.title = draft.title();
		this.decisionDate = draft.date();
		this.effectiveDate = draft.effectiveDate();
		this.source = draft.source();
		this.createdBy = authorship.by();
		this.createdAt = authorship.at();
		draft.targets()
			.forEach((target) -> this.targets.add(new Target(this, Objects.requireNonNull(indicators.get(target.no())),
					target.year(), target.target())));
	}

	@SuppressWarnings("NullAway.Init")
	protected TargetDecision() {
	}

	/**
	 * @param replaced texts of the targets whose place it takes, by "no/year"
	 */
	void announce(Map<String, String> replaced, Authorship authorship) {
		registerEvent(new TargetsDecided(authorship.by(), this.plan.wardCode(), this.plan.id(), this.issuer,
				this.number, this.effectiveDate,
				this.targets.stream()
					.map((target) -> new DecidedTarget(target.no(), target.year(),
							replaced.get(target.no() + "/" + target.year()), target.parsed().text()))
					.toList()));
	}

	void announce(PlanEvent.TargetCorrected corrected) {
		registerEvent(corrected);
	}

	/**
	 * A draft's targets turn out to be those of this document.
	 */
	void settle(Adoption adoption) {
		this.number = adoption.number();
		this.decisionDate = adoption.date();
		this.effectiveDate = adoption.holdsFrom();
	}

	List<Target> targets() {
		return this.targets;
	}

	/**
	 * A draft's target in its place, or none.
	 * @return the text that stood there, if any
	 */
	@Nullable String aim(Indicator indicator, @Nullable Integer year, @Nullable ParsedTarget target) {
		Target standing = this.targets.stream().filter((one) -> one.isOf(indicator, year)).findFirst().orElse(null);
		String was = (standing != null) ? standing.parsed().text() : null;
		if (standing != null && target != null) {
			standing.restate(target);
		}
		else if (standing != null) {
			this.targets.remove(standing);
		}
		else if (target != null) {
			this.targets.add(new Target(this, indicator, year, target));
		}
		return was;
	}

	Issuer issuer() {
		return this.issuer;
	}

	long id() {
		return Objects.requireNonNull(this.id, "The decision is not stored yet");
	}

	/**
	 * Whether its targets take the place of the other's, where both speak of the same
	 * indicator and year: it is the same issuer's, and takes effect later or, on the same
	 * day, was recorded later.
	 */
	boolean follows(TargetDecision other) {
		return this.issuer == other.issuer && (this.effectiveDate.isAfter(other.effectiveDate)
				|| (this.effectiveDate.equals(other.effectiveDate) && id() > other.id()));
	}

	/**
	 * As others refer to it.
	 * @param all the plan's decisions
	 * @param day on which targets are in force or superseded
	 */
	DecisionRow row(List<TargetDecision> all, LocalDate day) {
		List<TargetDecision> later = all.stream()
			.filter((other) -> other.follows(this) && !other.effectiveDate.isAfter(day))
			.toList();
		return new DecisionRow(id(), this.issuer, this.number, this.title, this.decisionDate, this.effectiveDate,
				this.source, this.targets.stream().map((target) -> {
					boolean superseded = later.stream()
						.flatMap((other) -> other.targets.stream())
						.anyMatch((other) -> other.isAbout(target));
					return new DecisionRow.TargetOfDecision(target.no(), target.year(), target.parsed(), superseded);
				}).toList());
	}

}
