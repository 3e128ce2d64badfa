package vn.wardkpi.ward.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class WardNavigation {

	/**
	 * The wards' own page belongs to the dashboard in the row of sections.
	 */
	@Bean
	NavigationItem findWards() {
		return NavigationItem.of(Place.SEARCH, 10, "ward.find", "/wards").covering();
	}

}
