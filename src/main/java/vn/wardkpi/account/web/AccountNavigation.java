package vn.wardkpi.account.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class AccountNavigation {

	@Bean
	NavigationItem usersLink() {
		return NavigationItem.of(Place.MAIN, 70, "account.nav.users", "/users")
			.shownTo((actor) -> actor.role() == Role.ADMIN);
	}

	@Bean
	NavigationItem ownAccountLink() {
		return NavigationItem.of(Place.ACCOUNT, 10, "account.own.title", "/account");
	}

}
