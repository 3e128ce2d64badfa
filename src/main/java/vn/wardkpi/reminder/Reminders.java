package vn.wardkpi.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.StaffMember;
import vn.wardkpi.council.Question;
import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.reminder.Notice.Kind;
import vn.wardkpi.reminder.Notices.News;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.due.DueSubmission;
import vn.wardkpi.submission.due.DueSubmission.State;
import vn.wardkpi.submission.due.DueSubmissions;
import vn.wardkpi.task.Task;
import vn.wardkpi.task.Tasks;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;

/**
 * Looks through the wards for what is due soon or late, and tells those whose work it is.
 * May run as often as wanted and on several instances at once: a deadline is told once,
 * and a person gets one mail a day at the most.
 */
@Component
class Reminders {

	private static final Logger log = LoggerFactory.getLogger(Reminders.class);

	/** Days before its last one on which a task is told for the first time. */
	private static final int TASK_SOON = 7;

	private final WardSearch wards;

	private final DueSubmissions forms;

	private final Tasks tasks;

	private final QuestionCatalog questions;

	private final StaffDirectory accounts;

	private final Notices notices;

	private final Digests digests;

	private final Clock clock;

	Reminders(WardSearch wards, DueSubmissions forms, Tasks tasks, QuestionCatalog questions, StaffDirectory accounts,
			Notices notices, Digests digests, Clock clock) {
		this.wards = wards;
		this.forms = forms;
		this.tasks = tasks;
		this.questions = questions;
		this.accounts = accounts;
		this.notices = notices;
		this.digests = digests;
		this.clock = clock;
	}

	@Scheduled(cron = "${ward-kpi.reminder.cron}", zone = "${ward-kpi.time-zone}")
	void remindAll() {
		for (Ward ward : this.wards.withPlansAnd(this.notices.wardsToldOfTemplates())) {
			try {
				remind(ward);
			}
			catch (RuntimeException ex) {
				// The other wards are reminded all the same; the next run tries again.
				log.error("Could not remind ward {}", ward.code(), ex);
			}
		}
	}

	void remind(Ward ward) {
		WardCode code = ward.code();
		LocalDate today = LocalDate.now(this.clock);
		Actor program = new Actor("program", "program", Role.ADMIN, code, false, Set.of());
		List<DueSubmission> due = this.forms.of(code, today, program).forms();
		List<Task> tasks = this.tasks.openUntil(code, today.plusDays(TASK_SOON));
		List<Question> questions = this.questions.openOf(code);
		List<News> news = this.notices.newsToMail(code);
		if (tasks.isEmpty() && questions.isEmpty() && news.isEmpty()
				&& due.stream().noneMatch((one) -> one.state() != State.DONE)) {
			return;
		}
		List<StaffMember> people = this.accounts.people(code);
		for (DueSubmission one : due) {
			if (one.soon() || one.state() == State.LATE) {
				this.notices.tell(concerned(people, code, one.form().unitCodes()),
						one.soon() ? Kind.DUE_SOON : Kind.LATE, code, one.form().key(), one.window().closesOn(), null);
			}
		}
		for (Task task : tasks) {
			this.notices.tell(concerned(people, code, List.of(task.unit().code())),
					task.isLate(today) ? Kind.TASK_LATE : Kind.TASK_DUE_SOON, code, task);
		}
		this.digests.send(ward, today, new Due(due, tasks, questions, news), withThoseOf(news, people, code));
	}

	/** With those whose work another does: they are told so. */
	private List<StaffMember> withThoseOf(List<News> news, List<StaffMember> people, WardCode ward) {
		Set<String> away = news.stream().map(News::username).collect(Collectors.toCollection(TreeSet::new));
		people.forEach((one) -> away.remove(one.actor().username()));
		List<StaffMember> all = new ArrayList<>(people);
		if (!away.isEmpty()) {
			all.addAll(this.accounts.named(ward, away));
		}
		return all;
	}

	private static List<String> concerned(List<StaffMember> people, WardCode ward, Collection<String> units) {
		return people.stream()
			.map(StaffMember::actor)
			.filter((person) -> person.mayEnter(ward, units))
			.map(Actor::username)
			.toList();
	}

	/**
	 * What a ward has to do.
	 *
	 * @param tasks of the action programme, open and late or due soon
	 * @param questions that wait for an answer
	 * @param news of work that another does
	 */
	record Due(List<DueSubmission> forms, List<Task> tasks, List<Question> questions, List<News> news) {

		Due {
			forms = List.copyOf(forms);
			tasks = List.copyOf(tasks);
			questions = List.copyOf(questions);
			news = List.copyOf(news);
		}

	}

}
