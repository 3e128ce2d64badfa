package vn.wardkpi.dashboard.web.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.council.CouncilSession;
import vn.wardkpi.council.CouncilSessions;
import vn.wardkpi.dashboard.IndicatorView;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.chart.Charts;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.webui.FromAddress;

/**
 * The hall's screen: what a session of the council saw, one indicator after the other,
 * the headline first and last.
 */
@Controller
class HallController {

	private final CouncilSessions sessions;

	private final PlanCatalog plans;

	private final PlanReadModel readModel;

	private final Charts charts;

	HallController(CouncilSessions sessions, PlanCatalog plans, PlanReadModel readModel, Charts charts) {
		this.sessions = sessions;
		this.plans = plans;
		this.readModel = readModel;
		this.charts = charts;
	}

	@GetMapping("/wards/{code}/council-sessions/{session}/screen")
	String screen(@PathVariable WardCode code, @PathVariable long session, @FromAddress Asked asked, Locale locale,
			Model model) {
		CouncilSession held = this.sessions.require(code, session);
		PlanSummary plan = plan(code, held, asked.plan());
		JudgedPlan view = this.readModel.read(plan, held.asOf(), false);
		Integer wanted = asked.year();
		int year = (wanted != null && plan.covers(wanted)) ? wanted : view.known().latestYear();
		Issuer issuer = (asked.issuer() != null) ? asked.issuer() : view.mainIssuer(year);
		YearView ofYear = view.year(year, issuer);
		List<String> numbers = ofYear.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().role() != IndicatorRole.BREAKDOWN)
			.map((row) -> row.indicator().no())
			.toList();
		int at = Math.min(Math.max((asked.at() != null) ? asked.at() : 0, 0), numbers.size() + 1);
		model.addAttribute("plan", plan);
		model.addAttribute("illustrative", plan.illustrative());
		model.addAttribute("held", held);
		model.addAttribute("view", ofYear);
		model.addAttribute("screen", new HallScreen(held, plan.id(), year, issuer, at, numbers.size() + 2));
		if (at > 0 && at <= numbers.size()) {
			String no = numbers.get(at - 1);
			IndicatorView indicator = view.indicator(no).orElseThrow();
			if (indicator.issuers().containsKey(issuer)) {
				IndicatorPage page = IndicatorPage.of(view, indicator, year, issuer, held.asOf());
				model.addAttribute("page", page);
				model.addAttribute("chart",
						(page.chart() != null) ? this.charts.drawForHall(page.chart(), locale) : null);
			}
			model.addAttribute("row", row(ofYear, no));
		}
		return "dashboard/hall";
	}

	private static IndicatorYear row(YearView year, String no) {
		return year.indicators().stream().filter((row) -> row.indicator().no().equals(no)).findFirst().orElseThrow();
	}

	/** The newest that had begun when the session saw it. */
	private PlanSummary plan(WardCode code, CouncilSession held, @Nullable Long wanted) {
		return this.plans.ofWard(code)
			.stream()
			.filter((plan) -> (wanted != null) ? plan.id() == wanted : plan.fromYear() <= held.asOf().getYear())
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "plan.unknown",
					Objects.requireNonNullElse(wanted, 0L).toString()));
	}

	/**
	 * @param at which picture; the headline is the first and the last
	 */
	record Asked(@Nullable Long plan, @Nullable Integer year, @Nullable Issuer issuer, @Nullable Integer at) {
	}

	/**
	 * Where the screen stands.
	 *
	 * @param count of all pictures
	 */
	record HallScreen(CouncilSession held, long plan, int year, Issuer issuer, int at, int count) {

		public @Nullable String previous() {
			return (this.at > 0) ? address(this.at - 1) : null;
		}

		public @Nullable String next() {
			return (this.at < this.count - 1) ? address(this.at + 1) : null;
		}

		/** The page of the session. */
		public String end() {
			return "/wards/" + this.held.ward() + "/council-sessions/" + this.held.id();
		}

		private String address(int other) {
			return end() + "/screen?plan=" + this.plan + "&year=" + this.year + "&issuer=" + this.issuer + "&at="
					+ other;
		}

	}

}
