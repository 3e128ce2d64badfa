package vn.wardkpi.dashboard.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class DashboardNavigation {

	@Bean
	NavigationItem dashboardLink() {
		return NavigationItem.of(Place.MAIN, 10, "dashboard.nav", "/wards")
			.leadingTo((actor) -> (actor.ward() != null) ? "/wards/" + actor.ward() : "/wards")
			.covering("/wards", "/plans");
	}

}
