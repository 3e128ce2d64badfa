package vn.wardkpi.submission.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class SubmissionNavigation {

	@Bean
	NavigationItem entryLink() {
		return NavigationItem.of(Place.MAIN, 20, "submission.nav.entry", "/entry")
			.shownTo((actor) -> actor.role() == Role.OFFICIAL)
			.covering("/entry", "/plans/*/entry", "/plans/*/hand-in");
	}

	@Bean
	NavigationItem reviewLink() {
		return NavigationItem.of(Place.MAIN, 30, "submission.nav.review", "/review")
			.shownTo((actor) -> actor.role() == Role.REVIEWER)
			.covering("/review", "/plans/*/review", "/wards/*/comment-templates");
	}

}
