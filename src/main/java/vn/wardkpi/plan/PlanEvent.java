package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was done to a plan, published within the transaction that does it.
 */
public sealed interface PlanEvent extends Recorded {

	WardCode ward();

	long planId();

	/**
	 * The ward has a lead unit that it did not have before this plan.
	 */
	record LeadUnitAdded(String actor, WardCode ward, long planId, String code, String name) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Subject.LEAD_UNIT, this.code, Action.CREATED).to(this.name));
		}

	}

	/**
	 * @param decisions what the documents that set its targets are called
	 * @param indicators in the order of the annex
	 * @param file name of the annex it was read from, if it was
	 */
	record PlanStored(String actor, WardCode ward, long planId, String title, int fromYear, int toYear,
			List<String> decisions, List<StoredIndicator> indicators, @Nullable String file) implements PlanEvent {

		public PlanStored {
			decisions = List.copyOf(decisions);
			indicators = List.copyOf(indicators);
		}

		@Override
		public List<RecordedChange> changes() {
			RecordedChange plan = change(this, Subject.PLAN, this.title, Action.CREATED)
				.to(this.fromYear + "–" + this.toYear
						+ (this.decisions.isEmpty() ? "" : " · " + String.join("; ", this.decisions)))
				.because(this.file);
			return Stream.concat(Stream.of(plan), this.indicators.stream().map(this::added)).toList();
		}

		private RecordedChange added(StoredIndicator indicator) {
			return change(this, Subject.INDICATOR, indicator.no(), Action.CREATED).ofIndicator(indicator.no())
				.to(indicator.attributes());
		}

	}

	/**
	 * @param attributes as people read them
	 */
	record StoredIndicator(String no, String attributes) {
	}

	/**
	 * A plan took a step on its way.
	 *
	 * @param reason why, or the document by which
	 */
	record PlanMoved(String actor, WardCode ward, long planId, String title, PlanStatus from, PlanStatus to,
			@Nullable String reason) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			Action action = switch (this.to) {
				case DRAFT -> Action.CHANGED;
				case ADOPTED -> Action.ADOPTED;
				case CLOSED -> Action.CLOSED;
				case WITHDRAWN -> Action.WITHDRAWN;
			};
			return List.of(change(this, Subject.PLAN, this.title, action).from(this.from.name())
				.to(this.to.name())
				.because(this.reason));
		}

	}

	/**
	 * Another reading of the annex took the place of the one a plan had.
	 *
	 * @param before its indicators as people read them, by their numbers
	 * @param file name of the annex, if it has one
	 */
	record PlanReplaced(String actor, WardCode ward, long planId, String title, PlanStatus from,
			Map<String, String> before, Map<String, String> after, @Nullable String file) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			List<RecordedChange> changes = new ArrayList<>();
			changes.add(change(this, Subject.PLAN, this.title, Action.CHANGED).from(this.from.name())
				.to(PlanStatus.DRAFT.name())
				.because(this.file));
			this.before.forEach((no, was) -> {
				String is = this.after.get(no);
				if (is == null) {
					changes.add(change(this, Subject.INDICATOR, no, Action.DELETED).ofIndicator(no).from(was));
				}
				else if (!is.equals(was)) {
					changes.add(change(this, Subject.INDICATOR, no, Action.CHANGED).ofIndicator(no).from(was).to(is));
				}
			});
			this.after.forEach((no, is) -> {
				if (!this.before.containsKey(no)) {
					changes.add(change(this, Subject.INDICATOR, no, Action.CREATED).ofIndicator(no).to(is));
				}
			});
			return changes;
		}

	}

	/**
	 * A draft is gone.
	 */
	record PlanDeleted(String actor, WardCode ward, long planId, String title, int fromYear,
			int toYear) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			return List
				.of(change(this, Subject.PLAN, this.title, Action.DELETED).from(this.fromYear + "–" + this.toYear));
		}

	}

	/**
	 * @param before the attributes as people read them
	 * @param effectiveDate {@code null} for a draft's, which holds as if it had always
	 * been so
	 */
	record IndicatorCorrected(String actor, WardCode ward, long planId, String no, String before, String after,
			@Nullable String reason, @Nullable LocalDate effectiveDate) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Subject.INDICATOR, this.no, Action.CHANGED).ofIndicator(this.no)
				.from(this.before)
				.to(this.after)
				.because(this.reason));
		}

	}

	/**
	 * The plan has a row more.
	 *
	 * @param effectiveDate {@code null} for a draft's
	 */
	record IndicatorAdded(String actor, WardCode ward, long planId, String no, String attributes,
			@Nullable String reason, @Nullable LocalDate effectiveDate) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Subject.INDICATOR, this.no, Action.CREATED).ofIndicator(this.no)
				.to(this.attributes)
				.because(this.reason));
		}

	}

	/**
	 * A draft's row is gone, or an adopted plan's is not there from the day on.
	 *
	 * @param effectiveDate {@code null} for a draft's
	 */
	record IndicatorRemoved(String actor, WardCode ward, long planId, String no, String attributes,
			@Nullable String reason, @Nullable LocalDate effectiveDate) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Subject.INDICATOR, this.no, Action.DELETED).ofIndicator(this.no)
				.from(this.attributes)
				.because(this.reason));
		}

	}

	/**
	 * An adopted plan's row that ended is there again from the day on.
	 */
	record IndicatorReinstated(String actor, WardCode ward, long planId, String no, String attributes,
			@Nullable String reason, LocalDate effectiveDate) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Subject.INDICATOR, this.no, Action.RESTORED).ofIndicator(this.no)
				.to(this.attributes)
				.because(this.reason));
		}

	}

	/**
	 * What a draft asks for was put right.
	 *
	 * @param year {@code null} for the period's own target
	 * @param from text that stood there, if any
	 * @param to text that stands there, if any
	 */
	record TargetCorrected(String actor, WardCode ward, long planId, String no, Issuer issuer, @Nullable Integer year,
			@Nullable String from, @Nullable String to) implements PlanEvent {

		@Override
		public List<RecordedChange> changes() {
			Action action = (this.to == null) ? Action.DELETED : (this.from == null) ? Action.CREATED : Action.CHANGED;
			return List
				.of(change(this, Subject.TARGET, this.issuer + " " + ((this.year != null) ? this.year : "period"),
						action)
					.ofIndicator(this.no)
					.from(this.from)
					.to(this.to));
		}

	}

	/**
	 * @param number the deciding document's, if it has one
	 */
	record TargetsDecided(String actor, WardCode ward, long planId, Issuer issuer, @Nullable String number,
			LocalDate effectiveDate, List<DecidedTarget> targets) implements PlanEvent {

		public TargetsDecided {
			targets = List.copyOf(targets);
		}

		@Override
		public List<RecordedChange> changes() {
			String key = (this.number != null) ? this.number : this.issuer.name();
			RecordedChange decision = change(this, Subject.DECISION, key, Action.CREATED)
				.to(this.effectiveDate.toString());
			return Stream.concat(Stream.of(decision), this.targets.stream().map(this::decided)).toList();
		}

		private RecordedChange decided(DecidedTarget target) {
			String key = this.issuer + " " + ((target.year() != null) ? target.year() : "period");
			return change(this, Subject.TARGET, key, Action.CREATED).ofIndicator(target.no())
				.from(target.replaced())
				.to(target.text())
				.because(this.number);
		}

	}

	/**
	 * @param year {@code null} for the period's own target
	 * @param replaced text of the target whose place it takes, if any
	 */
	record DecidedTarget(String no, @Nullable Integer year, @Nullable String replaced, String text) {
	}

	private static RecordedChange change(PlanEvent event, Subject subject, String key, Action action) {
		return RecordedChange.of(subject, key, action).in(event.ward()).ofPlan(event.planId());
	}

}
