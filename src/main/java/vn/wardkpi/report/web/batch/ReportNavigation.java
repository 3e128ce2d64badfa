package vn.wardkpi.report.web.batch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.NavigationItem;
import vn.wardkpi.webui.NavigationItem.Place;

@Configuration(proxyBeanMethods = false)
class ReportNavigation {

	@Bean
	NavigationItem reportBatchesLink() {
		return NavigationItem.of(Place.ACCOUNT, 65, "report.batch.nav", "/report-batches")
			.shownTo(Actor::mayReadSeveralWards);
	}

}
