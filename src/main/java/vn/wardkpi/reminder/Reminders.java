package vn.wardkpi.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.StaffMember;
import vn.wardkpi.council.Question;
import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.reminder.Notices.News;
import vn.wardkpi.shared.Actor;
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

	/** Wards that are looked through together. */
	private static final int AT_ONCE = 50;

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
		List<Ward> all = this.wards.withPlansAnd(this.notices.wardsToldOfTemplates());
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			List<Ward> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
			try {
				remind(some);
			}
			catch (RuntimeException ex) {
				log.error("Could not remind {} wards together; each is tried by itself", some.size(), ex);
				some.forEach(this::remindAlone);
			}
		}
	}

	private void remindAlone(Ward ward) {
		try {
			remind(List.of(ward));
		}
		catch (RuntimeException ex) {
			// The other wards are reminded all the same; the next run tries again.
			log.error("Could not remind ward {}", ward.code(), ex);
		}
	}

	/** As many SQL statements for many wards as for one, besides those of each mail. */
	void remind(List<Ward> wards) {
		LocalDate today = LocalDate.now(this.clock);
		List<WardCode> codes = wards.stream().map(Ward::code).toList();
		Map<WardCode, DueSubmissions.Due> forms = this.forms.of(codes, today);
		Map<WardCode, List<Task>> tasks = this.tasks.openUntil(codes, today.plusDays(TASK_SOON));
		Map<WardCode, List<Question>> questions = this.questions.openOf(codes)
			.stream()
			.collect(Collectors.groupingBy(Question::ward));
		Map<WardCode, List<News>> news = this.notices.newsToMail(codes);
		Map<WardCode, Due> due = new HashMap<>();
		for (WardCode code : codes) {
			due.put(code, new Due(Objects.requireNonNull(forms.get(code)).forms(), tasks.getOrDefault(code, List.of()),
					questions.getOrDefault(code, List.of()), news.getOrDefault(code, List.of())));
		}
		due.values().removeIf(Due::isNothing);
		if (due.isEmpty()) {
			return;
		}
		Map<WardCode, List<StaffMember>> people = this.accounts.people(due.keySet());
		List<DueNotice> told = new ArrayList<>();
		due.forEach((code, one) -> told.addAll(told(code, one, people.getOrDefault(code, List.of()), today)));
		this.notices.tell(told);
		Map<WardCode, List<StaffMember>> all = withThoseOf(news, people);
		for (Ward ward : wards) {
			Due one = due.get(ward.code());
			if (one != null) {
				this.digests.send(ward, today, one, all.getOrDefault(ward.code(), List.of()));
			}
		}
	}

	private static List<DueNotice> told(WardCode ward, Due due, List<StaffMember> people, LocalDate today) {
		List<DueNotice> told = new ArrayList<>();
		for (DueSubmission one : due.forms()) {
			if (one.soon() || one.state() == State.LATE) {
				concerned(people, ward, one.form().unitCodes())
					.forEach((username) -> told.add(DueNotice.of(one, ward, username)));
			}
		}
		for (Task task : due.tasks()) {
			concerned(people, ward, List.of(task.unit().code()))
				.forEach((username) -> told.add(DueNotice.of(task, today, ward, username)));
		}
		return told;
	}

	/** With those whose work another does: they are told so. */
	private Map<WardCode, List<StaffMember>> withThoseOf(Map<WardCode, List<News>> news,
			Map<WardCode, List<StaffMember>> people) {
		Set<String> away = news.values()
			.stream()
			.flatMap(List::stream)
			.map(News::username)
			.collect(Collectors.toCollection(TreeSet::new));
		people.values().forEach((some) -> some.forEach((one) -> away.remove(one.actor().username())));
		if (away.isEmpty()) {
			return people;
		}
		Map<WardCode, List<StaffMember>> all = new HashMap<>(people);
		this.accounts.named(news.keySet(), away)
			.forEach((ward, named) -> all.merge(ward, named,
					(some, more) -> Stream.of(some, more).flatMap(List::stream).toList()));
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

		boolean isNothing() {
			return this.tasks.isEmpty() && this.questions.isEmpty() && this.news.isEmpty()
					&& this.forms.stream().allMatch((one) -> one.state() == State.DONE);
		}

	}

}
