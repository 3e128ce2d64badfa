package vn.wardkpi.dashboard.web.annual;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.annual.AnnualPlans;
import vn.wardkpi.shared.Actor;

/**
 * What an annual plan and the five-year plan make of the same figures.
 */
@Controller
class AnnualController {

	private final PlanCatalog plans;

	private final AnnualPlans annualPlans;

	private final PlanReadModel readModel;

	AnnualController(PlanCatalog plans, AnnualPlans annualPlans, PlanReadModel readModel) {
		this.plans = plans;
		this.annualPlans = annualPlans;
		this.readModel = readModel;
	}

	/**
	 * As known today; before the year begins, by the targets that hold on its first day.
	 */
	@GetMapping("/plans/{id}/annual-plans/{annual}")
	ModelAndView beside(@PathVariable long id, @PathVariable long annual, @RequestParam @Nullable Issuer issuer,
			Actor actor) {
		PlanSummary fiveYear = this.plans.require(id, actor);
		PlanSummary plan = this.annualPlans.requireMadeOf(id, annual, actor);
		JudgedPlan judged = this.readModel.read(plan, null, false);
		LocalDate begins = LocalDate.of(plan.fromYear(), 1, 1);
		LocalDate day = judged.asOf().isBefore(begins) ? begins : judged.asOf();
		return new ModelAndView("dashboard/annual").addObject("plan", plan)
			.addObject("illustrative", plan.illustrative())
			.addObject("asOf", day)
			.addObject("page", AnnualPage.of(this.readModel.read(fiveYear, day, false),
					day.equals(judged.asOf()) ? judged : this.readModel.read(plan, day, false), issuer));
	}

}
