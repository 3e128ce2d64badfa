package vn.wardkpi.dashboard.web.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.OpenWork;
import vn.wardkpi.dashboard.OpenWork.Open;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.dashboard.YearsWithFigures;
import vn.wardkpi.dashboard.stages.EstimateAndFinal;
import vn.wardkpi.dashboard.stages.StagesReadModel;
import vn.wardkpi.dashboard.web.Shown;
import vn.wardkpi.dashboard.web.Shown.Column;
import vn.wardkpi.dashboard.web.Shown.Grouping;
import vn.wardkpi.dashboard.web.Shown.Sorting;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.YearAddress.Part;
import vn.wardkpi.dashboard.web.kept.Content;
import vn.wardkpi.dashboard.web.kept.KeptPages;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.FromAddress;

/**
 * A ward's years and its whole period.
 */
@Controller
class WardController {

	private final Wards wards;

	private final PlanCatalog plans;

	private final OpenWork work;

	private final PlanReadModel readModel;

	private final StagesReadModel stages;

	private final YearsWithFigures years;

	private final KeptPages pages;

	private final Clock clock;

	WardController(Wards wards, PlanCatalog plans, OpenWork work, PlanReadModel readModel, StagesReadModel stages,
			YearsWithFigures years, KeptPages pages, Clock clock) {
		this.wards = wards;
		this.plans = plans;
		this.work = work;
		this.readModel = readModel;
		this.stages = stages;
		this.years = years;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Of the plan in force, else of the newest: its latest year up to this one that has
	 * figures; else this year, or the plan's nearest to it.
	 */
	@GetMapping("/wards/{code}")
	String ward(@PathVariable WardCode code, Actor actor, Model model) {
		List<PlanSummary> all = this.plans.ofWard(code);
		if (all.isEmpty()) {
			Ward ward = this.wards.require(code);
			model.addAttribute("ward", ward);
			model.addAttribute("illustrative", ward.illustrative());
			model.addAttribute("unpublished", this.plans.ofWard(code, actor));
			return "dashboard/no-plan";
		}
		int thisYear = LocalDate.now(this.clock).getYear();
		PlanSummary shown = all.stream().filter((plan) -> plan.covers(thisYear)).findFirst().orElse(all.get(0));
		int year = this.years.latest(shown, thisYear)
			.orElseGet(() -> Math.min(Math.max(thisYear, shown.fromYear()), shown.toYear()));
		return "redirect:/wards/" + code + "/years/" + year;
	}

	@GetMapping("/wards/{code}/years/{year}")
	View year(@PathVariable WardCode code, @PathVariable int year, @FromAddress Asked asked, KeptPages.Request request,
			Model model) {
		return this.pages.ofWard(code, request, "dashboard/year", (content) -> year(code, year, asked, content, model));
	}

	private void year(WardCode code, int year, Asked asked, Content content, Model model) {
		List<Open> open = this.work.of(code, year, LocalDate.now(this.clock));
		List<PlanSummary> all = known(code, open.stream().map(Open::plan).toList());
		PlanSummary chosen = covering(all, year, asked.plan());
		Open ofPlan = open.get(all.indexOf(chosen));
		JudgedPlan view = this.readModel.read(chosen, asked.asOf(), content.structure());
		Issuer shown = (asked.issuer() != null) ? asked.issuer() : view.mainIssuer(year);
		YearAddress address = new YearAddress(code, year, asked.plan(), asked.issuer(), asked.asOf(),
				asked.shown(false));
		model.addAttribute("page",
				YearPage.of(view, year, shown, address, (asked.asOf() != null) ? Open.closed(chosen) : ofPlan));
		model.addAttribute("other",
				OtherPlan.of(chosen, all, year)
					.map((other) -> OtherPlan.of(chosen, this.readModel.read(other, asked.asOf(), content.structure()),
							year, shown))
					.orElse(null));
		common(all, chosen, address, view, model);
	}

	/**
	 * What changed between the year's estimate (ước thực hiện) and its official figures
	 * (chính thức).
	 */
	@GetMapping("/wards/{code}/years/{year}/stages")
	View stages(@PathVariable WardCode code, @PathVariable int year, @FromAddress Asked asked,
			KeptPages.Request request, Model model) {
		return this.pages.ofWard(code, request, "dashboard/stages", (content) -> stages(code, year, asked, model));
	}

	private void stages(WardCode code, int year, Asked asked, Model model) {
		List<PlanSummary> all = plansOf(code);
		PlanSummary chosen = covering(all, year, asked.plan());
		EstimateAndFinal staged = this.stages.read(chosen, year, asked.asOf());
		Issuer shown = (asked.issuer() != null) ? asked.issuer() : staged.plan().mainIssuer(year);
		YearAddress address = new YearAddress(code, year, asked.plan(), asked.issuer(), asked.asOf(), Shown.EVERYTHING,
				Part.STAGES);
		model.addAttribute("page", StagesPage.of(staged, staged.of(shown), address, this.clock.getZone()));
		common(all, chosen, address, staged.plan(), model);
	}

	/**
	 * What every issuer's targets make of the year, side by side.
	 */
	@GetMapping("/wards/{code}/years/{year}/issuers")
	View issuers(@PathVariable WardCode code, @PathVariable int year, @FromAddress Asked asked,
			KeptPages.Request request, Model model) {
		return this.pages.ofWard(code, request, "dashboard/issuers",
				(content) -> issuers(code, year, asked, content, model));
	}

	private void issuers(WardCode code, int year, Asked asked, Content content, Model model) {
		List<PlanSummary> all = plansOf(code);
		PlanSummary chosen = covering(all, year, asked.plan());
		JudgedPlan view = this.readModel.read(chosen, asked.asOf(), content.structure());
		YearAddress address = new YearAddress(code, year, asked.plan(), null, asked.asOf(), Shown.EVERYTHING,
				Part.ISSUERS);
		model.addAttribute("page", IssuersPage.of(view, year, address));
		common(all, chosen, address, view, model);
	}

	@GetMapping("/wards/{code}/period")
	View period(@PathVariable WardCode code, @FromAddress Asked asked, KeptPages.Request request, Model model) {
		return this.pages.ofWard(code, request, "dashboard/period", (content) -> period(code, asked, content, model));
	}

	private void period(WardCode code, Asked asked, Content content, Model model) {
		List<PlanSummary> all = plansOf(code);
		Long plan = asked.plan();
		PlanSummary chosen = all.stream()
			.filter((each) -> plan == null || each.id() == plan)
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "plan.unknown", String.valueOf(plan)));
		JudgedPlan view = this.readModel.read(chosen, asked.asOf(), content.structure());
		Issuer shown = (asked.issuer() != null) ? asked.issuer() : Issuer.WARD_COUNCIL;
		YearAddress address = new YearAddress(code, null, chosen.id(), asked.issuer(), asked.asOf(), asked.shown(true));
		model.addAttribute("page", PeriodPage.of(view, shown, address));
		common(all, chosen, address, view, model);
	}

	private void common(List<PlanSummary> all, PlanSummary chosen, YearAddress address, JudgedPlan view, Model model) {
		model.addAttribute("plan", chosen);
		model.addAttribute("address", address);
		model.addAttribute("years", choices(all, chosen, address, view));
		model.addAttribute("illustrative", chosen.illustrative());
		model.addAttribute("today", LocalDate.now(this.clock));
	}

	private List<PlanSummary> plansOf(WardCode code) {
		return known(code, this.plans.ofWard(code));
	}

	private List<PlanSummary> known(WardCode code, List<PlanSummary> all) {
		if (all.isEmpty()) {
			Ward ward = this.wards.require(code);
			throw new RefusedException(Kind.NOT_FOUND, "ward-without-plan", ward.name());
		}
		return all;
	}

	private static PlanSummary covering(List<PlanSummary> all, int year, @Nullable Long plan) {
		return all.stream()
			.filter((each) -> each.covers(year) && (plan == null || each.id() == plan))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "year-without-plan", all.get(0).wardName(),
					String.valueOf(year)));
	}

	/**
	 * The years of all plans, and the periods of those of several years.
	 */
	private static List<YearChoice> choices(List<PlanSummary> all, PlanSummary chosen, YearAddress address,
			JudgedPlan view) {
		List<YearChoice> choices = new ArrayList<>();
		List<PlanSummary> oldestFirst = new ArrayList<>(all);
		oldestFirst.sort((one, other) -> Integer.compare(one.fromYear(), other.fromYear()));
		for (PlanSummary plan : oldestFirst) {
			for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
				int each = year;
				boolean shared = all.stream().filter((other) -> other.covers(each)).count() > 1;
				choices.add(new YearChoice(plan, year, address.at(year, shared ? plan.id() : null).toString(),
						plan.id() == chosen.id() && Integer.valueOf(year).equals(address.year()), shared));
			}
			if (plan.toYear() > plan.fromYear()) {
				choices.add(new YearChoice(plan, null, address.at(null, plan.id()).toString(),
						plan.id() == chosen.id() && address.year() == null, false));
			}
		}
		return choices;
	}

	/**
	 * What was chosen on the page.
	 *
	 * @param plan named where the year does not say which is meant
	 * @param verdict shows only indicators of this verdict
	 * @param course shows only indicators on this course
	 * @param group what to group the indicators by
	 * @param q shows only indicators that contain it
	 * @param hide columns to leave out
	 * @param sort what comes first in the groups of a period
	 */
	record Asked(@Nullable Long plan, @Nullable Issuer issuer, @Nullable LocalDate asOf, @Nullable Verdict verdict,
			@Nullable Course course, @Nullable String group, @Nullable String q, @Nullable List<String> hide,
			@Nullable String sort) {

		Shown shown(boolean period) {
			return new Shown(this.verdict, this.course, Grouping.of(this.group, period), this.q, Column.of(this.hide),
					Sorting.of(this.sort));
		}

	}

	/**
	 * A year to switch to.
	 *
	 * @param year {@code null} for the plan's whole period
	 * @param shared whether several plans cover it, so that the plan must be named
	 */
	record YearChoice(PlanSummary plan, @Nullable Integer year, String address, boolean current, boolean shared) {
	}

}
