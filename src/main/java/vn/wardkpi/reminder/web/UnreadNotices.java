package vn.wardkpi.reminder.web;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import vn.wardkpi.reminder.Notices;
import vn.wardkpi.shared.Actor;

/**
 * Tells the header of every page how many notices are unread. Asked for only where a page
 * with a header is written: neither the API nor a part of a page pays for it.
 */
@ControllerAdvice(annotations = Controller.class)
class UnreadNotices {

	private final Notices notices;

	UnreadNotices(Notices notices) {
		this.notices = notices;
	}

	@ModelAttribute("unreadNotices")
	LazyContextVariable<Integer> unread(@Nullable Actor actor) {
		return new LazyContextVariable<>() {
			@Override
			protected Integer loadValue() {
				return (actor != null) ? UnreadNotices.this.notices.unread(actor) : 0;
			}
		};
	}

}
