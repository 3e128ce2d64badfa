package vn.wardkpi.reminder;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.StaffMember;
import vn.wardkpi.catalogue.template.TemplateEvent.Handed;
import vn.wardkpi.catalogue.template.TemplateEvent.Withdrawn;
import vn.wardkpi.reminder.Notice.Kind;

/**
 * Tells the administrators of a province's wards that it handed out a template, changed
 * it or takes it back, in the transaction that did it. Nobody is told of what they did
 * themselves.
 */
@Component
class TemplateNotices {

	private final Notices notices;

	private final StaffDirectory accounts;

	TemplateNotices(Notices notices, StaffDirectory accounts) {
		this.notices = notices;
		this.accounts = accounts;
	}

	@EventListener
	void on(Handed event) {
		this.notices.tellOfTemplate(concerned(event.province(), event.actor()),
				(event.before() == null) ? Kind.TEMPLATE_HANDED : Kind.TEMPLATE_CHANGED, event.template(), event.year(),
				event.title(), event.actor());
	}

	@EventListener
	void on(Withdrawn event) {
		this.notices.tellOfTemplate(concerned(event.province(), event.actor()), Kind.TEMPLATE_WITHDRAWN,
				event.template(), event.year(), event.title(), event.actor());
	}

	private List<StaffMember> concerned(String province, String actor) {
		return this.accounts.wardAdministrators(province)
			.stream()
			.filter((one) -> !one.actor().username().equals(actor))
			.toList();
	}

}
