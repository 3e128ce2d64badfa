package vn.wardkpi.reminder;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.report.job.ReportsReady;

/**
 * Tells whoever asked for the reports of many wards that they are ready, in the
 * transaction that made the last of them.
 */
@Component
class ReportNotices {

	private final Notices notices;

	ReportNotices(Notices notices) {
		this.notices = notices;
	}

	@EventListener
	void on(ReportsReady event) {
		this.notices.tellOfReports(event.owner(), event.batch(), event.year(), event.province());
	}

}
