package vn.wardkpi.calendar.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class CalendarNavigation {

	@Bean
	NavigationItem deadlinesLink() {
		return NavigationItem.of(Place.ACCOUNT, 5, "calendar.deadlines.nav", "/wards/*/deadlines")
			.leadingTo((actor) -> "/wards/" + actor.ward() + "/deadlines")
			.shownTo((actor) -> actor.ward() != null && actor.maySeeDrafts(actor.ward()));
	}

	@Bean
	NavigationItem calendarLink() {
		return NavigationItem.of(Place.MAIN, 60, "calendar.nav", "/wards/*/calendar")
			.leadingTo((actor) -> "/wards/" + actor.ward() + "/calendar")
			.shownTo((actor) -> actor.role() == Role.ADMIN && actor.ward() != null);
	}

}
