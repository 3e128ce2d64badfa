package vn.wardkpi.bulkimport.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class BulkImportNavigation {

	@Bean
	NavigationItem bulkImportLink() {
		return NavigationItem.of(Place.ACCOUNT, 60, "bulkimport.nav", "/imports")
			.shownTo(Actor::mayAdministerSeveralWards);
	}

}
