package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.AttributeChange.Above;
import vn.wardkpi.plan.edit.AttributeCorrection;
import vn.wardkpi.plan.edit.Presence;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * What a plan measures. Changed through its {@link Plan} alone.
 */
@Entity
class Indicator {

	/** More than any plan has, so that all of a plan's are read at once. */
	private static final int ALL_OF_A_PLAN = 1_000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Plan plan;

	private String no;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Indicator parent;

	private int position;

	/** As the plan was adopted; what was changed since stands in {@code changes}. */
	@Embedded
	private IndicatorAttributes adopted;

	private int decimals;

	@Embedded
	private Presence presence;

	@ManyToMany
	@JoinTable(name = "indicator_lead_unit", joinColumns = @JoinColumn(name = "indicator_id"),
			inverseJoinColumns = @JoinColumn(name = "lead_unit_id"))
	@OrderColumn(name = "position")
	@BatchSize(size = ALL_OF_A_PLAN)
	private List<LeadUnit> leadUnits;

	@OneToMany(mappedBy = "indicator", cascade = CascadeType.ALL)
	@OrderBy("validFrom, id")
	@BatchSize(size = ALL_OF_A_PLAN)
	private List<AttributeChange> changes = new ArrayList<>();

	/** The five-year plan's, whose figures are its own too. */
	private @Nullable Long fiveYearIndicatorId;

	@Version
	private int version;

	Indicator(Plan plan, int position, @Nullable Indicator parent, PlanDraft.IndicatorDraft draft,
			List<LeadUnit> leadUnits) {
		this.plan = plan;
		this.position = position;
		this.parent = parent;
		this.no = draft.no();
		this.adopted = IndicatorAttributes.of(draft, null);
		this.decimals = draft.decimals();
		this.leadUnits = new ArrayList<>(leadUnits);
		this.presence = Presence.from(null);
	}

	/**
	 * One that no annex states.
	 * @param from the day from which it is there; {@code null} on a draft
	 */
	Indicator(Plan plan, int position, String no, AttributeCorrection given, List<LeadUnit> leadUnits,
			@Nullable LocalDate from) {
		this.plan = plan;
		this.position = position;
		this.no = no;
		this.adopted = IndicatorAttributes.of(given);
		this.leadUnits = new ArrayList<>(leadUnits);
		this.presence = Presence.from(from);
	}

	@SuppressWarnings("NullAway.Init")
	protected Indicator() {
	}

	String no() {
		return this.no;
	}

	boolean isSame(@Nullable Indicator other) {
		return other == this || (other != null && this.id != null && this.id.equals(other.storedId()));
	}

	@Nullable Long storedId() {
		return this.id;
	}

	private static boolean isSame(@Nullable Indicator one, @Nullable Indicator other) {
		return (one != null) ? one.isSame(other) : other == null;
	}

	int position() {
		return this.position;
	}

	/**
	 * Whether this is its name, but for marks and case.
	 */
	boolean isCalled(@Nullable String name) {
		return name != null && SearchKey.of(name).equals(SearchKey.of(this.adopted.name()));
	}

	/**
	 * Takes what another reading of the annex says of the same row.
	 */
	void readAgain(int place, @Nullable Indicator above, PlanDraft.IndicatorDraft draft, List<LeadUnit> units) {
		this.position = place;
		this.parent = above;
		this.adopted = IndicatorAttributes.of(draft, this.adopted.leaderInCharge());
		this.decimals = draft.decimals();
		this.presence = Presence.from(null);
		this.changes.clear();
		assign(units);
	}

	void moveTo(int place) {
		this.position = place;
	}

	void renumber(String number) {
		this.no = number;
	}

	/** Puts it under another one as if it had always been so. */
	void putUnder(@Nullable Indicator above) {
		this.parent = above;
	}

	/**
	 * @param published the most decimals of its targets
	 */
	void showWith(int published) {
		this.decimals = published;
	}

	/**
	 * From the day on it is no longer there; a removal that was recorded for an earlier
	 * day stays.
	 */
	void end(LocalDate from) {
		this.presence = this.presence.until(from);
	}

	/**
	 * There again from the day on.
	 */
	void reinstate(LocalDate from) {
		this.presence = this.presence.againFrom(from);
	}

	/**
	 * Which of the fields that are given would change although the figures are entered
	 * elsewhere, in the unit and type of there.
	 */
	List<String> fixed(AttributeCorrection given, LocalDate day) {
		if (this.fiveYearIndicatorId == null) {
			return List.of();
		}
		IndicatorAttributes now = attributes(day);
		List<String> fields = new ArrayList<>();
		if (given.unit() != null && !given.unit().equals(Objects.requireNonNullElse(now.unit(), ""))) {
			fields.add("unit");
		}
		if (given.valueType() != null && given.valueType() != now.valueType()) {
			fields.add("valueType");
		}
		return fields;
	}

	boolean isThere(LocalDate day) {
		return this.presence.covers(day);
	}

	/**
	 * Days on which it comes, goes or is changed.
	 */
	List<LocalDate> days() {
		return Stream.concat(this.presence.days().stream(), this.changes.stream().map(AttributeChange::validFrom))
			.toList();
	}

	@Nullable LocalDate endsOn() {
		return this.presence.endsOn();
	}

	/**
	 * The indicator above it on a day.
	 */
	@Nullable Indicator parent(LocalDate day) {
		Indicator above = this.parent;
		for (AttributeChange change : this.changes) {
			if (!change.validFrom().isAfter(day)) {
				above = change.parent(above);
			}
		}
		return above;
	}

	/**
	 * How it is called and judged on a day: of each attribute the latest change effective
	 * by then, of two of the same day the one recorded last.
	 */
	IndicatorAttributes attributes(LocalDate day) {
		IndicatorAttributes attributes = this.adopted;
		for (AttributeChange change : this.changes) {
			if (!change.validFrom().isAfter(day)) {
				attributes = attributes.with(change.changed());
			}
		}
		return attributes;
	}

	/**
	 * Puts right what was understood of the annex, as if it had always been so.
	 */
	void correct(AttributeCorrection correction) {
		this.adopted = this.adopted.with(correction);
	}

	/**
	 * Changes attributes from a day on.
	 */
	void change(AttributeCorrection correction, Above above, LocalDate from, String reason, Authorship authorship) {
		boolean moves = above.another() && !isSame(above.parent(), parent(from));
		if (!moves && attributes(from).with(correction).equals(attributes(from))) {
			return;
		}
		this.changes.add(new AttributeChange(this, correction, above, from, reason, authorship));
		this.changes.sort(Comparator.comparing(AttributeChange::validFrom));
	}

	/**
	 * A new list, so that rows are deleted before the others are inserted and units can
	 * change places.
	 * @param units in order: the first answers for the indicator
	 */
	void assign(List<LeadUnit> units) {
		this.leadUnits = new ArrayList<>(units);
	}

	/**
	 * With its own lead units alone.
	 */
	IndicatorRow row(LocalDate day) {
		IndicatorAttributes attributes = attributes(day);
		Indicator above = parent(day);
		return new IndicatorRow((this.id != null) ? this.id : 0, attributes.name(), attributes.unit(),
				attributes.field(), attributes.rule(this.no, (above != null) ? above.no() : null), this.decimals,
				attributes.baseline(), attributes.note(), attributes.leaderInCharge(),
				this.leadUnits.stream().map((unit) -> new LeadUnitRow(unit.id(), unit.code(), unit.name())).toList(),
				false, this.version, null, new TreeMap<>());
	}

}
