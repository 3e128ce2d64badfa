package vn.wardkpi.ward.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class WardNavigation {

	@Bean
	NavigationItem leadUnitsLink() {
		return NavigationItem.of(Place.ACCOUNT, 6, "ward.lead-units.nav", "/wards/*/lead-units")
			.leadingTo((actor) -> "/wards/" + actor.ward() + "/lead-units")
			.shownTo((actor) -> actor.ward() != null && actor.maySeeDrafts(actor.ward()));
	}

	/**
	 * The wards' own page belongs to the dashboard in the row of sections.
	 */
	@Bean
	NavigationItem findWards() {
		return NavigationItem.of(Place.SEARCH, 10, "ward.find", "/wards").covering();
	}

}
