package vn.wardkpi.council.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.council.Question;
import vn.wardkpi.council.Question.SessionName;
import vn.wardkpi.council.Question.Step;
import vn.wardkpi.council.QuestionKind;
import vn.wardkpi.council.QuestionState;

/**
 * A question as the API tells it.
 *
 * @param session id of the session where it stands
 * @param leadUnit code of the lead unit that answers for the indicator
 * @param due the last day for an answer
 * @param answer the latest one
 */
record QuestionAnswer(long id, long planId, String no, String indicator, QuestionKind kind, String text,
		@Nullable Long session, String askedBy, Instant askedAt, @Nullable String leadUnit, LocalDate due,
		QuestionState state, @Nullable String answer, @Nullable String answeredBy, @Nullable Instant answeredAt,
		List<StepAnswer> steps) {

	static QuestionAnswer of(Question question) {
		Step answer = question.answer();
		return new QuestionAnswer(question.id(), question.planId(), question.no(), question.indicator(),
				question.kind(), question.text(), id(question.session()), question.askedBy(), question.askedAt(),
				question.unitCode(), question.due(), question.state(), (answer != null) ? answer.text() : null,
				(answer != null) ? answer.by() : null, (answer != null) ? answer.at() : null,
				question.steps().stream().map(StepAnswer::of).toList());
	}

	private static @Nullable Long id(@Nullable SessionName session) {
		return (session != null) ? session.id() : null;
	}

	/**
	 * An answer, or without a text that it was carried over to the session.
	 */
	record StepAnswer(@Nullable String text, @Nullable Long session, String by, Instant at) {

		static StepAnswer of(Step step) {
			return new StepAnswer(step.text(), id(step.session()), step.by(), step.at());
		}

	}

}
