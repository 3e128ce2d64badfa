package vn.wardkpi.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanSummary;

/**
 * Judges a plan as it is and as it would be, and says where the two differ.
 */
@Component
class PlanChangePreview implements AttainmentPreview {

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	PlanChangePreview(PlanCatalog plans, ActualCatalog actuals) {
		this.plans = plans;
		this.actuals = actuals;
	}

	@Override
	public List<AttainmentChange> changes(PlanChange change, Locale locale) {
		PlanSummary plan = this.plans.find(change.planId()).orElseThrow();
		List<ActualRow> answers = this.actuals.answers(plan.id(), null);
		List<OverrideRow> overrides = this.actuals.overrides(plan.id(), (LocalDate) null);
		KnownPlan before = judged(plan, change, change.before(), answers, overrides);
		KnownPlan after = judged(plan, change, change.after(), answers, overrides);
		SortedSet<Issuer> issuers = new TreeSet<>(before.issuers());
		issuers.addAll(after.issuers());
		List<AttainmentChange> changes = new ArrayList<>();
		for (Issuer issuer : issuers) {
			for (int year : after.yearsWithFigures()) {
				if (plan.covers(year)) {
					compare(year, issuer, judge(before, year, issuer), judge(after, year, issuer), locale, changes);
				}
			}
		}
		return changes;
	}

	private static KnownPlan judged(PlanSummary plan, PlanChange change, PlanChange.State state,
			List<ActualRow> answers, List<OverrideRow> overrides) {
		return new KnownPlan(plan, change.day(), false, state.indicators(), state.targets(), answers, overrides,
				List.of());
	}

	private static YearAttainment judge(KnownPlan plan, int year, Issuer issuer) {
		return YearAttainment.judge(plan.cases(year, issuer));
	}

	private static void compare(int year, Issuer issuer, YearAttainment before, YearAttainment after, Locale locale,
			List<AttainmentChange> changes) {
		String was = before.headline().text(locale);
		String is = after.headline().text(locale);
		if (!was.equals(is)) {
			changes.add(new AttainmentChange(year, issuer, null, was, is));
		}
		Map<String, Judgement> earlier = before.judgements();
		after.judgements().forEach((no, judgement) -> {
			Verdict verdict = verdict(earlier.get(no));
			if (verdict != judgement.verdict()) {
				changes.add(new AttainmentChange(year, issuer, no, verdict.name(), judgement.verdict().name()));
			}
		});
		earlier.forEach((no, judgement) -> {
			boolean judged = judgement.verdict() != Verdict.NOT_ASSIGNED;
			if (judged && !after.judgements().containsKey(no)) {
				changes.add(new AttainmentChange(year, issuer, no, judgement.verdict().name(),
						Verdict.NOT_ASSIGNED.name()));
			}
		});
	}

	private static Verdict verdict(@Nullable Judgement judgement) {
		return (judgement != null) ? judgement.verdict() : Verdict.NOT_ASSIGNED;
	}

}
