package vn.wardkpi.unitlist.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class UnitListNavigation {

	@Bean
	NavigationItem unitListLink() {
		return NavigationItem.of(Place.ACCOUNT, 62, "unitlist.nav", "/unit-list")
			.shownTo(Actor::mayAdministerSeveralWards);
	}

}
