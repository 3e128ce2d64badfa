package vn.wardkpi.reminder;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.council.Question;
import vn.wardkpi.reminder.Notice.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.due.DueSubmission;
import vn.wardkpi.task.Task;

/**
 * What one person is told of one deadline: of a form, a task or a question.
 *
 * @param period of the form
 * @param unitCode of the lead unit whose form or task it is
 * @param no of the indicator that is asked about
 * @param about what is to be done
 */
record DueNotice(String username, WardCode ward, Kind kind, long planId, int year, @Nullable String period,
		@Nullable String unitCode, @Nullable String no, @Nullable Long task, @Nullable String about,
		@Nullable Long question, LocalDate dueOn) {

	static DueNotice of(DueSubmission one, WardCode ward, String username) {
		SubmissionKey key = one.form().key();
		return new DueNotice(username, ward, one.soon() ? Kind.DUE_SOON : Kind.LATE, key.planId(), key.year(),
				key.period().name(), key.leadUnit(), null, null, null, null, one.window().closesOn());
	}

	static DueNotice of(Task task, LocalDate today, WardCode ward, String username) {
		return new DueNotice(username, ward, task.isLate(today) ? Kind.TASK_LATE : Kind.TASK_DUE_SOON, task.planId(),
				task.due().getYear(), null, task.unit().code(), null, task.id(), task.what(), null, task.due());
	}

	static DueNotice of(Question question, LocalDate today, String username) {
		return new DueNotice(username, question.ward(),
				question.isLate(today) ? Kind.QUESTION_LATE : Kind.QUESTION_DUE_SOON, question.planId(),
				question.due().getYear(), null, null, question.no(), null, null, question.id(), question.due());
	}

}
