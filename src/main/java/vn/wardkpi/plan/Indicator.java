package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

import vn.wardkpi.attainment.IndicatorRole;
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

	private @Nullable String field;

	private int decimals;

	@Embedded
	private @Nullable Baseline baseline;

	private @Nullable String note;

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

	@Version
	private int version;

	Indicator(Plan plan, int position, @Nullable Indicator parent, PlanDraft.IndicatorDraft draft,
			List<LeadUnit> leadUnits) {
		this.plan = plan;
		this.position = position;
		this.parent = parent;
		this.no = draft.no();
		this.adopted = IndicatorAttributes.of(draft);
		this.field = draft.field();
		this.decimals = draft.decimals();
		this.baseline = draft.baseline();
		this.note = draft.note();
		this.leadUnits = new ArrayList<>(leadUnits);
	}

	@SuppressWarnings("NullAway.Init")
	protected Indicator() {
	}

	String no() {
		return this.no;
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
		this.adopted = IndicatorAttributes.of(draft);
		this.field = draft.field();
		this.decimals = draft.decimals();
		this.baseline = draft.baseline();
		this.note = draft.note();
		this.changes.clear();
		assign(units);
	}

	boolean isGroup(LocalDate day) {
		return attributes(day).role() == IndicatorRole.GROUP;
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
	 * Days from which any of its attributes changes.
	 */
	List<LocalDate> changesOfAttributes() {
		return this.changes.stream().map(AttributeChange::validFrom).toList();
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
	void change(AttributeCorrection correction, LocalDate from, String reason, Authorship authorship) {
		if (attributes(from).with(correction).equals(attributes(from))) {
			return;
		}
		this.changes.add(new AttributeChange(this, correction, from, reason, authorship));
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
		return new IndicatorRow((this.id != null) ? this.id : 0, attributes.name(), attributes.unit(), this.field,
				attributes.rule(this.no, (this.parent != null) ? this.parent.no : null), this.decimals, this.baseline,
				this.note,
				this.leadUnits.stream().map((unit) -> new LeadUnitRow(unit.id(), unit.code(), unit.name())).toList(),
				false, this.version);
	}

}
