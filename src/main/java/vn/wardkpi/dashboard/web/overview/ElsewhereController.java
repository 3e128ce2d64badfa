package vn.wardkpi.dashboard.web.overview;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.dashboard.overview.Overview;
import vn.wardkpi.dashboard.overview.OverviewQuery;
import vn.wardkpi.dashboard.overview.OverviewQuery.Linked;
import vn.wardkpi.dashboard.overview.OverviewQuery.Order;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.FromAddress;

/**
 * One indicator in the other wards of the province that have the same: what is approved,
 * which every signed-in person may read. A page of its own, since what other wards
 * approve changes nothing on the indicator's page.
 */
@Controller
class ElsewhereController {

	/** More than a province has. */
	private static final int PROVINCE = 500;

	private final PlanCatalog plans;

	private final Catalogue catalogue;

	private final Overview overview;

	private final Wards wards;

	ElsewhereController(PlanCatalog plans, Catalogue catalogue, Overview overview, Wards wards) {
		this.plans = plans;
		this.catalogue = catalogue;
		this.overview = overview;
		this.wards = wards;
	}

	@GetMapping("/plans/{id}/indicators/{no}/elsewhere")
	ModelAndView show(@PathVariable long id, @PathVariable String no, @FromAddress Asked asked, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		IndicatorRow indicator = this.plans.indicators(id)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
		Definition definition = this.catalogue.ofIndicator(indicator.id())
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "dashboard.not-linked", no));
		Ward ward = this.wards.require(plan.wardCode());
		OverviewAddress address = asked.address(plan, ward, definition.id());
		OverviewQuery query = new OverviewQuery(address.year(), address.issuer(), address.province(), false,
				address.illustrative(), new Linked(definition.id()), Order.NAME);
		List<WardRow> rows = this.overview.headlines(query, 0, PROVINCE)
			.items()
			.stream()
			.filter((one) -> one.shared().containsKey(definition.id()))
			.map((one) -> WardRow.of(one, Objects.requireNonNull(one.plan()), List.of(definition.id()), address))
			.toList();
		return new ModelAndView("dashboard/elsewhere").addObject("plan", plan)
			.addObject("indicator", indicator)
			.addObject("definition", definition)
			.addObject("rows", rows)
			.addObject("address", address)
			.addObject("own", plan.wardCode().value())
			.addObject("illustrative", address.illustrative());
	}

	/**
	 * @param year the plan's first by default
	 */
	record Asked(@Nullable Integer year, @Nullable Issuer issuer) {

		OverviewAddress address(PlanSummary plan, Ward ward, long definition) {
			int asked = Objects.requireNonNullElse(this.year, plan.fromYear());
			return new OverviewAddress("/overview", ward.provinceCode(), plan.covers(asked) ? asked : plan.fromYear(),
					Objects.requireNonNullElse(this.issuer, Issuer.WARD_COUNCIL), WardOrder.NAME, definition,
					plan.illustrative(), 1);
		}

	}

}
