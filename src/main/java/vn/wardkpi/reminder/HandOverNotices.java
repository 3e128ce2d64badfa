package vn.wardkpi.reminder;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.HandOverTurned;
import vn.wardkpi.reminder.Notice.Kind;

/**
 * Tells whose work goes over to another, and who does it, when it begins and when it is
 * over: both, whoever decided it.
 */
@Component
class HandOverNotices {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

	private final Notices notices;

	HandOverNotices(Notices notices) {
		this.notices = notices;
	}

	@EventListener
	void on(HandOverTurned event) {
		String days = " (" + DAY.format(event.firstDay()) + " – "
				+ ((event.lastDay() != null) ? DAY.format(event.lastDay()) : "…") + ")";
		this.notices.tellOfHandOver(event.from(), event.begun() ? Kind.HAND_OVER_AWAY : Kind.HAND_OVER_BACK,
				event.ward(), event.firstDay(), event.toName() + days, event.by());
		this.notices.tellOfHandOver(event.to(), event.begun() ? Kind.HAND_OVER_TAKEN : Kind.HAND_OVER_OVER,
				event.ward(), event.firstDay(), event.fromName() + days, event.by());
	}

}
