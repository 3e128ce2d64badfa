package vn.wardkpi.report.archive;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.report.ReportMaker;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.mark.PaperCode;
import vn.wardkpi.shared.Actor;

/**
 * Says by its code whether a paper agrees with the record. Whoever may see the plan is
 * told; without an account that is everybody while the plan's public page is on. A code
 * that nobody may ask for is answered like one that does not exist.
 */
@Service
public class PaperCheck {

	private final IssuedReports reports;

	private final ReportMaker maker;

	private final PlanCatalog plans;

	private final PublicPages open;

	PaperCheck(IssuedReports reports, ReportMaker maker, PlanCatalog plans, PublicPages open) {
		this.reports = reports;
		this.maker = maker;
		this.plans = plans;
		this.open = open;
	}

	/**
	 * @param code as somebody typed it
	 * @param actor {@code null} for somebody without an account
	 */
	@Transactional(readOnly = true)
	public Optional<Agreement> check(String code, @Nullable Actor actor) {
		return PaperCode.read(code)
			.flatMap(this.reports::find)
			.flatMap((report) -> this.plans.find(report.planId())
				.filter((plan) -> maySee(plan, actor))
				.map((plan) -> compare(report, plan)));
	}

	/**
	 * What a report said, as it was kept.
	 */
	@Transactional(readOnly = true)
	public ReportContent content(IssuedReport report) {
		return this.reports.content(report.id());
	}

	private boolean maySee(PlanSummary plan, @Nullable Actor actor) {
		return (actor != null) ? plan.isVisibleTo(actor) : plan.status().isPublished() && this.open.isOn(plan.id());
	}

	private Agreement compare(IssuedReport report, PlanSummary plan) {
		List<PaperLine> paper = this.reports.lines(report.id());
		List<PaperLine> then = PaperLine.of(this.maker.make(report.asked(), plan, null).annex());
		ReportContent now = this.maker.make(report.askedNow(), plan, null);
		return new Agreement(report, plan, now.asOf(), then.equals(paper),
				Agreement.changes(paper, PaperLine.of(now.annex())));
	}

}
