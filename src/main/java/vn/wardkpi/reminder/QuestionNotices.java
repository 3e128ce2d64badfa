package vn.wardkpi.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.StaffMember;
import vn.wardkpi.council.Question;
import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.council.QuestionEvent;
import vn.wardkpi.council.QuestionEvent.What;
import vn.wardkpi.reminder.Notice.Kind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * Tells the officials of a lead unit what is asked of it, carried over or due, and who
 * asked what became of it. Nobody is told of what they did themselves.
 */
@Component
class QuestionNotices {

	/** Days before the last one on which it is called to mind. */
	private static final int DAYS_BEFORE = 3;

	private final Notices notices;

	private final StaffDirectory accounts;

	private final QuestionCatalog questions;

	private final Clock clock;

	QuestionNotices(Notices notices, StaffDirectory accounts, QuestionCatalog questions, Clock clock) {
		this.notices = notices;
		this.accounts = accounts;
		this.questions = questions;
		this.clock = clock;
	}

	@EventListener
	void on(QuestionEvent event) {
		Question question = event.question();
		Set<String> concerned = new LinkedHashSet<>();
		if (event.what() != What.ANSWERED) {
			concerned.addAll(officials(this.accounts.people(question.ward()), question.ward(), event.unitCodes()));
		}
		if (event.what() != What.ASKED) {
			concerned.add(question.askedBy());
		}
		concerned.remove(event.actor());
		Kind kind = switch (event.what()) {
			case ASKED -> Kind.QUESTION_ASKED;
			case ANSWERED -> Kind.QUESTION_ANSWERED;
			case CARRIED_OVER -> Kind.QUESTION_CARRIED_OVER;
		};
		this.notices.tellOfQuestion(concerned, kind, question, event.actor());
	}

	/**
	 * Calls to mind what is due soon or late; may run as often as wanted.
	 */
	@Scheduled(cron = "${ward-kpi.reminder.cron}", zone = "${ward-kpi.time-zone}")
	@Transactional
	void remind() {
		LocalDate today = LocalDate.now(this.clock);
		List<Question> due = this.questions.dueUntil(today.plusDays(DAYS_BEFORE));
		Map<WardCode, List<StaffMember>> people = this.accounts
			.people(due.stream().map(Question::ward).collect(Collectors.toSet()));
		List<DueNotice> told = new ArrayList<>();
		for (Question question : due) {
			String unit = question.unitCode();
			if (unit != null) {
				officials(people.getOrDefault(question.ward(), List.of()), question.ward(), List.of(unit))
					.forEach((username) -> told.add(DueNotice.of(question, today, username)));
			}
		}
		this.notices.tell(told);
	}

	private static List<String> officials(List<StaffMember> people, WardCode ward, Collection<String> units) {
		return people.stream()
			.map(StaffMember::actor)
			.filter((person) -> person.mayEnter(ward, units))
			.map(Actor::username)
			.toList();
	}

}
