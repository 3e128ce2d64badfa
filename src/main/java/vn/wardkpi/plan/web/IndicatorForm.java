package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.edit.AttributeCorrection;
import vn.wardkpi.plan.edit.IndicatorCorrection;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * An indicator's attributes as they were typed.
 *
 * @param answering code of the lead unit that answers; empty where its parent's does
 * @param cooperating codes of the others
 * @param action {@code store}, else it is only looked at
 * @param seen mark of the attributes that the page showed
 */
record IndicatorForm(@Nullable String name, @Nullable String unit, @Nullable String role, @Nullable String direction,
		@Nullable String valueType, @Nullable String accumulation, @Nullable Boolean bounded,
		@Nullable Boolean decisive, @Nullable String answering, @Nullable List<String> cooperating,
		@Nullable String field, @Nullable String leaderInCharge, @Nullable String note, @Nullable String reason,
		@Nullable String effectiveDate, @Nullable String action, @Nullable String seen) {

	static IndicatorForm of(IndicatorRow row) {
		List<String> units = ownUnits(row);
		return new IndicatorForm(row.name(), row.unit(), row.rule().role().name(), row.rule().direction().name(),
				row.rule().valueType().name(), row.rule().accumulation().name(), row.rule().bounded(),
				row.rule().decisive(), units.isEmpty() ? "" : units.get(0),
				units.isEmpty() ? List.of() : units.subList(1, units.size()), row.field(), row.leaderInCharge(),
				row.note(), null, null, null, null);
	}

	/**
	 * Mark of the attributes as they stand.
	 */
	static String mark(IndicatorRow row) {
		return Integer.toHexString(of(row).toString().hashCode());
	}

	/**
	 * Whether another person changed the indicator since the page was shown.
	 */
	boolean isStale(IndicatorRow row) {
		return this.seen != null && !this.seen.equals(mark(row));
	}

	/**
	 * What stands otherwise than it was typed.
	 */
	List<Standing> standing(IndicatorRow row) {
		IndicatorForm now = of(row);
		List<Standing> standing = new ArrayList<>();
		text("plan.indicator.name", this.name, now.name, standing);
		text("plan.unit", this.unit, now.unit, standing);
		choice("plan.indicator.role", "enum.indicator-role.", this.role, now.role, standing);
		choice("plan.indicator.direction", "enum.direction.", this.direction, now.direction, standing);
		choice("plan.indicator.value-type", "enum.value-type.", this.valueType, now.valueType, standing);
		choice("plan.indicator.accumulation", "enum.accumulation.", this.accumulation, now.accumulation, standing);
		choice("plan.indicator.bounded", "plan.editor.", yesOrNo(this.bounded), yesOrNo(now.bounded), standing);
		choice("plan.indicator.decisive", "plan.editor.", yesOrNo(this.decisive), yesOrNo(now.decisive), standing);
		List<String> units = row.leadUnits().stream().map(LeadUnitRow::name).toList();
		if (!text(this.answering).equals(now.answering) || !others().equals(now.others())) {
			standing.add(new Standing("plan.lead-units", null, String.join("; ", units)));
		}
		text("plan.leader", this.leaderInCharge, now.leaderInCharge, standing);
		text("plan.field", this.field, now.field, standing);
		text("plan.note", this.note, now.note, standing);
		return standing;
	}

	private static void text(String label, @Nullable String typed, @Nullable String stands, List<Standing> standing) {
		if (!text(typed).equals(text(stands))) {
			standing.add(new Standing(label, null, text(stands)));
		}
	}

	private static void choice(String label, String key, @Nullable String typed, @Nullable String stands,
			List<Standing> standing) {
		if (!text(typed).equals(text(stands))) {
			standing.add(new Standing(label, key + stands, ""));
		}
	}

	private static String yesOrNo(@Nullable Boolean ticked) {
		return Boolean.TRUE.equals(ticked) ? "yes" : "no";
	}

	/**
	 * What is not as it stands, with why and from when.
	 */
	IndicatorCorrection read(IndicatorRow row) {
		List<String> units = Stream.concat(Stream.of(text(this.answering)), others().stream())
			.filter((code) -> !code.isEmpty())
			.distinct()
			.toList();
		AttributeCorrection changed = new AttributeCorrection(differing(text(this.name), row.name()),
				differing(text(this.unit), Objects.requireNonNullElse(row.unit(), "")),
				changed(IndicatorRole.values(), this.role, row.rule().role()),
				flag(this.decisive, row.rule().decisive()),
				changed(Direction.values(), this.direction, row.rule().direction()),
				changed(ValueType.values(), this.valueType, row.rule().valueType()),
				changed(Accumulation.values(), this.accumulation, row.rule().accumulation()),
				flag(this.bounded, row.rule().bounded()))
			.describedBy(kept(this.field, row.field()), kept(this.note, row.note()),
					kept(this.leaderInCharge, row.leaderInCharge()), null);
		return new IndicatorCorrection(changed, units.equals(ownUnits(row)) ? null : units,
				text(this.reason).isEmpty() ? null : this.reason, day());
	}

	boolean hasWrongDay() {
		return !text(this.effectiveDate).isEmpty() && day() == null;
	}

	/**
	 * Codes of the cooperating units.
	 */
	public List<String> others() {
		return (this.cooperating != null) ? this.cooperating : List.of();
	}

	/** Its own, where it does not have its parent's. */
	private static List<String> ownUnits(IndicatorRow row) {
		return row.inheritsLeadUnits() ? List.of() : new ArrayList<>(row.leadUnitCodes());
	}

	private static @Nullable String differing(String typed, String stands) {
		return typed.equals(stands) ? null : typed;
	}

	/** What was not sent at all stays. */
	private static @Nullable String kept(@Nullable String typed, @Nullable String stands) {
		return (typed != null) ? differing(typed.strip(), Objects.requireNonNullElse(stands, "")) : null;
	}

	private static <E extends Enum<E>> @Nullable E changed(E[] values, @Nullable String typed, E stands) {
		Optional<E> chosen = Arrays.stream(values).filter((one) -> one.name().equals(typed)).findFirst();
		return chosen.filter((one) -> one != stands).orElse(null);
	}

	/** A box that is not ticked is not sent. */
	private static @Nullable Boolean flag(@Nullable Boolean typed, boolean stands) {
		boolean ticked = Boolean.TRUE.equals(typed);
		return (ticked != stands) ? Boolean.valueOf(ticked) : null;
	}

	private @Nullable LocalDate day() {
		return TypedDay.read(text(this.effectiveDate)).orElse(null);
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	/**
	 * An attribute as it is stored.
	 *
	 * @param label key of its name
	 * @param key of its value; {@code null} where that is the text
	 */
	record Standing(String label, @Nullable String key, String text) {
	}

}
