package vn.wardkpi.reminder.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class ReminderNavigation {

	@Bean
	NavigationItem dueLink() {
		return NavigationItem.of(Place.MAIN, 40, "reminder.nav.due", "/wards/*/due")
			.leadingTo((actor) -> "/wards/" + actor.ward() + "/due")
			.shownTo((actor) -> actor.ward() != null && actor.maySeeDrafts(actor.ward()));
	}

	@Bean
	NavigationItem noticesLink() {
		return NavigationItem.of(Place.SIDE, 10, "reminder.nav.notices", "/notices").counting("unreadNotices");
	}

}
