package vn.wardkpi.catalogue.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class CatalogueNavigation {

	@Bean
	NavigationItem catalogueLink() {
		return NavigationItem.of(Place.ACCOUNT, 30, "catalogue.title", "/catalogue");
	}

	@Bean
	NavigationItem planTemplatesLink() {
		return NavigationItem.of(Place.ACCOUNT, 31, "template.nav", "/plan-templates")
			.shownTo((actor) -> actor.role() == Role.ADMIN);
	}

}
