package vn.wardkpi.plan.edit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * What is changed of a plan in one go: all of it holds together, or none is stored.
 *
 * @param reason why; required once the plan is adopted
 * @param effectiveDate from when it holds; required once the plan is adopted
 */
public record PlanEdit(List<Step> steps, @Nullable String reason, @Nullable LocalDate effectiveDate) {

	public PlanEdit {
		steps = List.copyOf(steps);
	}

	public <S extends Step> List<S> all(Class<S> kind) {
		return this.steps.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	/**
	 * Whether any row comes or stands elsewhere.
	 */
	public boolean moves() {
		return this.steps.stream().anyMatch((step) -> step instanceof Add || step.placement().moves());
	}

	/**
	 * Places asked for, by the numbers of the rows before the edit.
	 */
	public Map<String, Integer> orders() {
		Map<String, Integer> orders = new LinkedHashMap<>();
		this.steps.forEach((step) -> {
			if (step.placement().order() != null) {
				orders.put(step.no(), step.placement().order());
			}
		});
		return orders;
	}

	/**
	 * One change of one row.
	 */
	public sealed interface Step {

		/**
		 * Number of the indicator as it is before the edit, or of the one that is added.
		 */
		String no();

		default Placement placement() {
			return Placement.STAYS;
		}

	}

	/**
	 * @param leadUnits codes, the first answers; {@code null} where they stay
	 */
	public record Correct(String no, AttributeCorrection attributes, Placement placement,
			@Nullable List<String> leadUnits) implements Step {

		public Correct {
			leadUnits = (leadUnits != null) ? List.copyOf(leadUnits) : null;
		}

	}

	/**
	 * A row that the plan does not have yet.
	 *
	 * @param attributes all that it needs to be judged
	 */
	public record Add(String no, AttributeCorrection attributes, Placement placement,
			List<String> leadUnits) implements Step {

		public Add {
			leadUnits = List.copyOf(leadUnits);
		}

	}

	/**
	 * A draft's row goes for good; an adopted plan's is not there from the day on.
	 */
	public record Remove(String no) implements Step {
	}

	/**
	 * An adopted plan's row that ended, or is going to, is there again from the day on,
	 * with the parts that ended with it.
	 */
	public record Reinstate(String no) implements Step {
	}

	/**
	 * What an issuer asks for, as published; on a draft alone.
	 *
	 * @param year {@code null} for the period's own target
	 * @param text empty for no target
	 */
	public record Aim(String no, Issuer issuer, @Nullable Integer year, String text) implements Step {

		/**
		 * The target's name among an indicator's fields.
		 */
		public String field() {
			return field(this.issuer, this.year);
		}

		public static String field(Issuer issuer, @Nullable Integer year) {
			return "target-" + issuer + "-" + ((year != null) ? year : "period");
		}

	}

	/**
	 * Where an indicator stands; what is {@code null} stays as it is.
	 *
	 * @param no its number, which only a draft's row changes
	 * @param parentNo number of the indicator above it; empty for none
	 * @param order its place in the plan, from 1; those below it go with it
	 */
	public record Placement(@Nullable String no, @Nullable String parentNo, @Nullable Integer order) {

		public static final Placement STAYS = new Placement(null, null, null);

		public boolean moves() {
			return Stream.of(this.parentNo, this.order).anyMatch(Objects::nonNull);
		}

	}

}
