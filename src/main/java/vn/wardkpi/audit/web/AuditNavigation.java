package vn.wardkpi.audit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class AuditNavigation {

	@Bean
	NavigationItem auditLink() {
		return NavigationItem.of(Place.MAIN, 80, "audit.nav", "/audit").shownTo((actor) -> actor.role() == Role.ADMIN);
	}

}
