package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * What a plan measures, with the attributes by which it is judged.
 */
@Entity
class Indicator {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long planId;

	private String no;

	private @Nullable Long parentId;

	private int position;

	private String name;

	private @Nullable String unit;

	private @Nullable String field;

	@Enumerated(EnumType.STRING)
	private IndicatorRole role;

	private boolean decisive;

	@Enumerated(EnumType.STRING)
	private Direction direction;

	@Enumerated(EnumType.STRING)
	private ValueType valueType;

	@Enumerated(EnumType.STRING)
	private Accumulation accumulation;

	private boolean bounded;

	private int decimals;

	private @Nullable Integer baselineYear;

	private @Nullable String baselineText;

	private @Nullable BigDecimal baselineValue;

	private @Nullable Boolean baselineComparable;

	private @Nullable String leaderInCharge;

	private @Nullable String note;

	@ElementCollection
	@CollectionTable(name = "indicator_lead_unit", joinColumns = @JoinColumn(name = "indicator_id"))
	@OrderColumn(name = "position")
	private List<Responsibility> leadUnits = new ArrayList<>();

	@Version
	private int version;

	Indicator(long planId, int position, @Nullable Long parentId, PlanDraft.IndicatorDraft draft,
			List<Long> leadUnitIds) {
		this.planId = planId;
		this.position = position;
		this.parentId = parentId;
		this.no = draft.no();
		this.name = draft.name();
		this.unit = draft.unit();
		this.field = draft.field();
		this.role = draft.role();
		this.decisive = draft.decisive();
		this.direction = draft.direction();
		this.valueType = draft.valueType();
		this.accumulation = draft.accumulation();
		this.bounded = draft.bounded();
		this.decimals = draft.decimals();
		PlanDraft.Baseline baseline = draft.baseline();
		if (baseline != null) {
			this.baselineYear = baseline.year();
			this.baselineText = baseline.text();
			this.baselineValue = baseline.value();
			this.baselineComparable = baseline.comparable();
		}
		this.note = draft.note();
		assign(leadUnitIds);
	}

	@SuppressWarnings("NullAway.Init")
	protected Indicator() {
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Indicator " + this.no + " is not stored yet");
		}
		return this.id;
	}

	/**
	 * Corrects what was understood of the annex.
	 */
	void correct(IndicatorCorrection correction) {
		this.name = correction.name().orElse(this.name);
		this.unit = correction.unit().orElse(this.unit);
		this.role = correction.role().orElse(this.role);
		this.decisive = correction.decisive().orElse(this.decisive);
		this.direction = correction.direction().orElse(this.direction);
		this.valueType = correction.valueType().orElse(this.valueType);
		this.accumulation = correction.accumulation().orElse(this.accumulation);
		this.bounded = correction.bounded().orElse(this.bounded);
	}

	/**
	 * @param leadUnitIds in order: the first answers for the indicator
	 */
	final void assign(List<Long> leadUnitIds) {
		this.leadUnits.clear();
		leadUnitIds.forEach((unit) -> this.leadUnits.add(new Responsibility(unit, false)));
	}

	/**
	 * A lead unit's part in an indicator.
	 */
	@Embeddable
	record Responsibility(long leadUnitId, boolean cooperating) {
	}

}
