package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was done to a plan, published within the transaction that does it.
 */
public sealed interface PlanEvent {

	/** Username of who did it. */
	String actor();

	WardCode ward();

	long planId();

	/**
	 * @param indicators in the order of the annex
	 */
	record PlanAdopted(String actor, WardCode ward, long planId, String title, int fromYear, int toYear,
			List<AdoptedIndicator> indicators) implements PlanEvent {

		public PlanAdopted {
			indicators = List.copyOf(indicators);
		}

	}

	/**
	 * @param attributes as people read them
	 */
	record AdoptedIndicator(String no, String attributes) {
	}

	/**
	 * @param before the attributes as people read them
	 * @param effectiveDate {@code null} for a draft's, which holds as if it had always
	 * been so
	 */
	record IndicatorCorrected(String actor, WardCode ward, long planId, String no, String before, String after,
			@Nullable String reason, @Nullable LocalDate effectiveDate) implements PlanEvent {
	}

	/**
	 * @param number the deciding document's, if it has one
	 */
	record TargetsDecided(String actor, WardCode ward, long planId, Issuer issuer, @Nullable String number,
			LocalDate effectiveDate, List<DecidedTarget> targets) implements PlanEvent {

		public TargetsDecided {
			targets = List.copyOf(targets);
		}

	}

	/**
	 * @param year {@code null} for the period's own target
	 * @param replaced text of the target whose place it takes, if any
	 */
	record DecidedTarget(String no, @Nullable Integer year, @Nullable String replaced, String text) {
	}

}
