package vn.wardkpi.settings.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class SettingsNavigation {

	@Bean
	NavigationItem wardSettingsLink() {
		return NavigationItem.of(Place.ACCOUNT, 20, "settings.nav", "/wards/*/settings")
			.leadingTo((actor) -> "/wards/" + actor.ward() + "/settings")
			.shownTo((actor) -> actor.role() == Role.ADMIN && actor.ward() != null);
	}

	@Bean
	NavigationItem installationSettingsLink() {
		return NavigationItem.of(Place.ACCOUNT, 21, "settings.nav.installation", "/settings")
			.shownTo(Actor::mayAdministerInstallation);
	}

}
