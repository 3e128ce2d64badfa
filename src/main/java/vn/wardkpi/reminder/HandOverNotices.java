package vn.wardkpi.reminder;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.HandOverTurned;
import vn.wardkpi.reminder.Notice.Kind;
import vn.wardkpi.shared.VietnameseDay;

/**
 * Tells whose work goes over to another, and who does it, when it begins and when it is
 * over: both, whoever decided it.
 */
@Component
class HandOverNotices {

	private final Notices notices;

	HandOverNotices(Notices notices) {
		this.notices = notices;
	}

	@EventListener
	void on(HandOverTurned event) {
		String days = " (" + VietnameseDay.write(event.firstDay()) + " – "
				+ ((event.lastDay() != null) ? VietnameseDay.write(event.lastDay()) : "…") + ")";
		this.notices.tellOfHandOver(event.from(), event.begun() ? Kind.HAND_OVER_AWAY : Kind.HAND_OVER_BACK,
				event.ward(), event.firstDay(), event.toName() + days, event.by());
		this.notices.tellOfHandOver(event.to(), event.begun() ? Kind.HAND_OVER_TAKEN : Kind.HAND_OVER_OVER,
				event.ward(), event.firstDay(), event.fromName() + days, event.by());
	}

}
