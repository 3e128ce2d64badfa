package vn.wardkpi.dashboard.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class DashboardNavigation {

	@Bean
	NavigationItem dashboardLink() {
		return NavigationItem.of(Place.MAIN, 10, "dashboard.nav", "/wards")
			.leadingTo((actor) -> address(actor))
			.covering("/wards", "/plans");
	}

	/**
	 * For those who are not of a ward; the others come to their province from the ward's
	 * pages.
	 */
	@Bean
	NavigationItem overviewLink() {
		return NavigationItem.of(Place.MAIN, 12, "dashboard.overview", "/overview")
			.shownTo((actor) -> actor.ward() == null);
	}

	private static String address(Actor actor) {
		if (actor.ward() != null) {
			return "/wards/" + actor.ward();
		}
		return (actor.province() != null) ? "/wards?province=" + actor.province() : "/wards";
	}

}
