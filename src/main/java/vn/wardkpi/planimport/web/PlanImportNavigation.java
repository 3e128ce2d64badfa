package vn.wardkpi.planimport.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class PlanImportNavigation {

	@Bean
	NavigationItem planImportLink() {
		return NavigationItem.of(Place.MAIN, 50, "planimport.nav", "/wards/*/plans")
			.leadingTo((actor) -> "/wards/" + actor.ward() + "/plans/import")
			.shownTo((actor) -> actor.role() == Role.ADMIN && actor.ward() != null);
	}

}
