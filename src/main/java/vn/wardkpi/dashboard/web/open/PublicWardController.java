package vn.wardkpi.dashboard.web.open;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.OpenWork.Open;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.dashboard.YearsWithFigures;
import vn.wardkpi.dashboard.web.Shown;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.kept.OpenPages;
import vn.wardkpi.dashboard.web.kept.OpenPages.Page;
import vn.wardkpi.dashboard.web.year.PeriodPage;
import vn.wardkpi.dashboard.web.year.YearPage;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.webui.FromAddress;

/**
 * A ward's years and its whole period for everybody, from plans whose public page is on.
 */
@Controller
@RequestMapping("/public/wards/{code}")
class PublicWardController {

	private final PublicPages open;

	private final PlanReadModel readModel;

	private final YearsWithFigures years;

	private final OpenPages pages;

	private final Clock clock;

	PublicWardController(PublicPages open, PlanReadModel readModel, YearsWithFigures years, OpenPages pages,
			Clock clock) {
		this.open = open;
		this.readModel = readModel;
		this.years = years;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * The latest year up to this one that has figures, of the newest plan.
	 */
	@GetMapping
	View ward(@PathVariable WardCode code, @FromAddress Asked asked, OpenPages.Request request) {
		return this.pages.ofWard(code, request, () -> {
			List<PlanSummary> all = this.open.require(code);
			PlanSummary plan = PublicPages.chosen(all, code, asked.plan(), null);
			int thisYear = LocalDate.now(this.clock).getYear();
			int year = this.years.latest(plan, thisYear)
				.orElseGet(() -> Math.min(Math.max(thisYear, plan.fromYear()), plan.toYear()));
			return page(all, new PublicAddress(plan, year, asked.issuer()), request.model());
		});
	}

	@GetMapping("/years/{year}")
	View year(@PathVariable WardCode code, @PathVariable int year, @FromAddress Asked asked,
			OpenPages.Request request) {
		return this.pages.ofWard(code, request, () -> {
			List<PlanSummary> all = this.open.require(code);
			PlanSummary plan = PublicPages.chosen(all, code, asked.plan(), year);
			if (!plan.covers(year)) {
				throw new RefusedException(Kind.NOT_FOUND, "year-outside-plan", String.valueOf(year),
						String.valueOf(plan.fromYear()), String.valueOf(plan.toYear()));
			}
			return page(all, new PublicAddress(plan, year, asked.issuer()), request.model());
		});
	}

	@GetMapping("/period")
	View period(@PathVariable WardCode code, @FromAddress Asked asked, OpenPages.Request request) {
		return this.pages.ofWard(code, request, () -> {
			List<PlanSummary> all = this.open.require(code);
			PlanSummary plan = PublicPages.chosen(all, code, asked.plan(), null);
			return page(all, new PublicAddress(plan, null, asked.issuer()), request.model());
		});
	}

	private Page page(List<PlanSummary> all, PublicAddress address, ModelMap model) {
		Integer year = address.year();
		return (year != null)
				? new Page("dashboard/public-year", address.toString(), () -> fillYear(all, address, year, model))
				: new Page("dashboard/public-period", address.toString(), () -> fillPeriod(all, address, model));
	}

	private void fillYear(List<PlanSummary> all, PublicAddress address, int year, ModelMap model) {
		JudgedPlan view = this.readModel.read(address.plan(), null, false);
		Issuer asked = address.issuer();
		Issuer shown = (asked != null) ? asked : view.mainIssuer(year);
		model.addAttribute("page", YearPage.of(view, year, shown, inner(address), Open.closed(view.plan())));
		common(all, address, view, shown, model);
	}

	private void fillPeriod(List<PlanSummary> all, PublicAddress address, ModelMap model) {
		JudgedPlan view = this.readModel.read(address.plan(), null, false);
		Issuer asked = address.issuer();
		Issuer shown = (asked != null) ? asked : Issuer.WARD_COUNCIL;
		model.addAttribute("page", PeriodPage.of(view, shown, inner(address)));
		common(all, address, view, shown, model);
	}

	private static void common(List<PlanSummary> all, PublicAddress address, JudgedPlan view, Issuer shown,
			ModelMap model) {
		model.addAttribute("plan", address.plan());
		model.addAttribute("links", PublicLinks.of(address, all, view, shown));
		model.addAttribute("illustrative", address.plan().illustrative());
	}

	/** The page of those who sign in; nothing here leads there. */
	private static YearAddress inner(PublicAddress address) {
		return new YearAddress(address.plan().wardCode(), address.year(), address.plan().id(), address.issuer(), null,
				Shown.EVERYTHING);
	}

	/**
	 * @param plan one of the ward's public plans
	 */
	record Asked(@Nullable Long plan, @Nullable Issuer issuer) {
	}

}
