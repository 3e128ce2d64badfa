package vn.wardkpi.dashboard.web.open;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.plan.PlanSummary;

/**
 * Where one can go from a public page: to other public ones.
 *
 * @param years of all public plans, the oldest first, each plan's whole period after them
 */
record PublicLinks(PublicAddress here, List<YearLink> years, List<IssuerLink> issuers) {

	PublicLinks {
		years = List.copyOf(years);
		issuers = List.copyOf(issuers);
	}

	static PublicLinks of(PublicAddress here, List<PlanSummary> open, JudgedPlan view, Issuer shown) {
		List<YearLink> years = new ArrayList<>();
		List<PlanSummary> oldestFirst = new ArrayList<>(open);
		Collections.reverse(oldestFirst);
		for (PlanSummary plan : oldestFirst) {
			boolean chosen = plan.id() == here.plan().id();
			for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
				int each = year;
				boolean shared = open.stream().filter((other) -> other.covers(each)).count() > 1;
				years.add(new YearLink(plan, year, new PublicAddress(plan, year, here.issuer()).toString(),
						chosen && Integer.valueOf(year).equals(here.year()), shared));
			}
			if (plan.toYear() > plan.fromYear()) {
				years.add(new YearLink(plan, null, new PublicAddress(plan, null, here.issuer()).toString(),
						chosen && here.year() == null, false));
			}
		}
		List<IssuerLink> issuers = view.known()
			.issuers()
			.stream()
			.map((each) -> new IssuerLink(each, here.of(each).toString(), each == shown))
			.toList();
		return new PublicLinks(here, years, issuers);
	}

	/**
	 * @param year {@code null} for the plan's whole period
	 * @param shared whether several plans cover it
	 */
	record YearLink(PlanSummary plan, @Nullable Integer year, String address, boolean current, boolean shared) {
	}

	record IssuerLink(Issuer issuer, String address, boolean current) {
	}

}
