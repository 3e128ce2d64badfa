package vn.wardkpi.submission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.Actual;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.Actuals;
import vn.wardkpi.actual.ApprovedActuals;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.actual.VerdictOverride;
import vn.wardkpi.actual.VerdictOverrides;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Stores figures together with a history that lies in the past, for the demo data of an
 * embedded start. Nobody's rights are asked, and the checks of entry are not made.
 */
@Service
@Transactional
public class SubmissionLoader {

	private final PlanCatalog plans;

	private final Actuals actuals;

	private final ApprovedActuals approved;

	private final Submissions submissions;

	private final VerdictOverrides overrides;

	SubmissionLoader(PlanCatalog plans, Actuals actuals, ApprovedActuals approved, Submissions submissions,
			VerdictOverrides overrides) {
		this.plans = plans;
		this.actuals = actuals;
		this.approved = approved;
		this.submissions = submissions;
		this.overrides = overrides;
	}

	/**
	 * Stores each form's figures on the forms of the lead units that answer for them; a
	 * figure that is there already is replaced and, where approved, approved once more.
	 * @param forms in the order in which they happened
	 * @throws IllegalArgumentException if a form names an indicator that the plan does
	 * not have or that takes no figure
	 */
	public void load(long planId, List<LoadedSubmission> forms, List<OverrideRow> overrides) {
		Map<String, IndicatorRow> rows = this.plans.indicators(planId)
			.stream()
			.collect(Collectors.toMap(IndicatorRow::no, Function.identity()));
		for (LoadedSubmission form : forms) {
			load(planId, form, rows);
		}
		for (OverrideRow override : overrides) {
			this.overrides.saveAndFlush(new VerdictOverride(known(rows, override.no()).id(), override.year(),
					override.issuer(), override.verdict(), override.reason(), override.reference(),
					override.createdBy(), override.createdAt()));
		}
	}

	private void load(long planId, LoadedSubmission form, Map<String, IndicatorRow> rows) {
		Map<Long, LeadUnitRow> units = new LinkedHashMap<>();
		Map<Long, ActualEntry> entries = new LinkedHashMap<>();
		for (LoadedSubmission.LoadedActual loaded : form.actuals()) {
			IndicatorRow row = known(rows, loaded.no());
			if (row.rule().role() == IndicatorRole.GROUP) {
				throw new IllegalArgumentException(loaded.no() + " is a group and takes no figure");
			}
			LeadUnitRow unit = row.answeringUnit();
			if (unit != null) {
				units.put(unit.id(), unit);
			}
			entries.put(row.id(), loaded.entry());
		}
		List<Actual> actuals = enter(form, entries);
		units.keySet().forEach((unit) -> move(planId, form, unit));
		if (form.status() == SubmissionStatus.APPROVED) {
			String reviewer = Objects.requireNonNull(form.reviewedBy());
			Instant at = Objects.requireNonNull(form.reviewedAt());
			this.approved.saveAll(actuals.stream().map((actual) -> actual.approve(reviewer, at)).toList());
		}
	}

	private List<Actual> enter(LoadedSubmission form, Map<Long, ActualEntry> entries) {
		Map<Long, Actual> actuals = this.actuals
			.findByYearAndPeriodAndIndicatorIdIn(form.year(), form.period(), entries.keySet())
			.stream()
			.collect(Collectors.toMap(Actual::indicatorId, Function.identity()));
		entries.forEach((indicator, entry) -> {
			Actual actual = actuals.computeIfAbsent(indicator,
					(absent) -> new Actual(indicator, form.year(), entry, form.enteredBy(), form.enteredAt()));
			actual.enter(entry, form.enteredBy(), form.enteredAt());
		});
		return this.actuals.saveAll(actuals.values());
	}

	private void move(long planId, LoadedSubmission form, long leadUnitId) {
		this.submissions.startIfAbsent(planId, form.year(), form.period(), leadUnitId);
		Submission submission = this.submissions.lock(planId, form.year(), form.period(), leadUnitId).orElseThrow();
		if (submission.status() == SubmissionStatus.APPROVED) {
			submission.reopen(form.enteredBy(), "", form.enteredAt());
		}
		if (form.status() != SubmissionStatus.DRAFT) {
			submission.submit((form.submittedBy() != null) ? form.submittedBy() : form.enteredBy(),
					(form.submittedAt() != null) ? form.submittedAt() : form.enteredAt());
			review(submission, form);
		}
		this.submissions.saveAndFlush(submission);
	}

	private static void review(Submission submission, LoadedSubmission form) {
		String reviewer = form.reviewedBy();
		Instant at = form.reviewedAt();
		if (reviewer == null || at == null) {
			return;
		}
		if (form.status() == SubmissionStatus.APPROVED) {
			submission.approve(reviewer, Set.of(form.enteredBy()), at);
		}
		else {
			submission.returnToUnit(reviewer, Objects.requireNonNullElse(form.comment(), ""), at);
		}
	}

	private static IndicatorRow known(Map<String, IndicatorRow> rows, String no) {
		IndicatorRow row = rows.get(no);
		if (row == null) {
			throw new IllegalArgumentException("The plan has no indicator " + no);
		}
		return row;
	}

}
