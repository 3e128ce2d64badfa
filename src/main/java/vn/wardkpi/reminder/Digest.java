package vn.wardkpi.reminder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.account.StaffMember;
import vn.wardkpi.council.Question;
import vn.wardkpi.reminder.Notices.News;
import vn.wardkpi.submission.due.DueSubmission;
import vn.wardkpi.submission.due.DueSubmission.State;
import vn.wardkpi.task.Task;
import vn.wardkpi.ward.Ward;

/**
 * What one person is told on one day.
 *
 * @param forms those that came back, are late or due soon to an official; those waiting
 * to a reviewer
 * @param tasks of the action programme that their lead units have to do
 * @param questions that their lead units have to answer
 * @param news of work that goes over to another, not told by mail yet
 */
record Digest(Ward ward, LocalDate day, StaffMember person, List<DueSubmission> forms, List<Task> tasks,
		List<Question> questions, List<News> news) {

	/** After so many days something old is told on Mondays only. */
	private static final long DAILY = 5;

	/** Days before the last one for an answer. */
	private static final long QUESTION_SOON = 3;

	Digest {
		forms = List.copyOf(forms);
		tasks = List.copyOf(tasks);
		questions = List.copyOf(questions);
		news = List.copyOf(news);
	}

	static Digest of(Ward ward, LocalDate day, StaffMember person, Reminders.Due due) {
		return new Digest(ward, day, person, due.forms().stream().filter((one) -> concerns(person, ward, one)).toList(),
				due.tasks()
					.stream()
					.filter((task) -> person.actor().mayEnter(ward.code(), List.of(task.unit().code())))
					.toList(),
				due.questions().stream().filter((one) -> concerns(person, ward, one)).toList(),
				due.news().stream().filter((one) -> one.username().equals(person.actor().username())).toList());
	}

	private static boolean concerns(StaffMember person, Ward ward, Question one) {
		String unit = one.unitCode();
		return unit != null && person.actor().mayEnter(ward.code(), List.of(unit));
	}

	private static boolean concerns(StaffMember person, Ward ward, DueSubmission one) {
		if (one.state() == State.WAITING) {
			return person.actor().mayReview(ward.code());
		}
		boolean told = one.state() == State.RETURNED || one.state() == State.LATE || one.soon();
		return told && person.actor().mayEnter(ward.code(), one.form().unitCodes());
	}

	/**
	 * Whether there is anything to tell today: a form that is due soon, every day; what
	 * came back, is late or waits, for some days and then on Mondays; a task from the day
	 * before its last one on; a question when it was asked and from three days before the
	 * last one for an answer on; work that goes over, once.
	 */
	boolean isWorthSending(ZoneId zone) {
		return !this.news.isEmpty() || this.forms.stream().anyMatch((one) -> one.soon() || isFresh(one, zone))
				|| this.tasks.stream().anyMatch(this::isFresh)
				|| this.questions.stream().anyMatch((one) -> isFresh(one, zone))
				|| (!(this.forms.isEmpty() && this.tasks.isEmpty() && this.questions.isEmpty())
						&& this.day.getDayOfWeek() == DayOfWeek.MONDAY);
	}

	private boolean isFresh(Task task) {
		long late = ChronoUnit.DAYS.between(task.due(), this.day);
		return late >= -1 && late <= DAILY;
	}

	private boolean isFresh(Question question, ZoneId zone) {
		long late = ChronoUnit.DAYS.between(question.due(), this.day);
		long asked = ChronoUnit.DAYS.between(question.askedAt().atZone(zone).toLocalDate(), this.day);
		return asked <= 1 || (late >= -QUESTION_SOON && late <= DAILY);
	}

	private boolean isFresh(DueSubmission one, ZoneId zone) {
		return switch (one.state()) {
			case RETURNED -> isFresh(one.form().reviewedAt(), zone);
			case WAITING -> isFresh(one.form().submittedAt(), zone);
			case LATE -> one.days() <= DAILY;
			case DUE, DONE -> false;
		};
	}

	private boolean isFresh(@Nullable Instant since, ZoneId zone) {
		return since == null || ChronoUnit.DAYS.between(since.atZone(zone).toLocalDate(), this.day) <= DAILY;
	}

}
