package vn.wardkpi.catalogue.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class CatalogueNavigation {

	@Bean
	NavigationItem catalogueLink() {
		return NavigationItem.of(Place.ACCOUNT, 30, "catalogue.title", "/catalogue");
	}

}
