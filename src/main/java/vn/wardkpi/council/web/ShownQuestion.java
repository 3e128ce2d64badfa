package vn.wardkpi.council.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.council.CouncilSession;
import vn.wardkpi.council.Question;
import vn.wardkpi.council.Question.Step;
import vn.wardkpi.council.Questions;
import vn.wardkpi.shared.Actor;

/**
 * A question on a page, with what this reader may do.
 *
 * @param address of the page where it is talked over
 * @param late whether an answer is owed since yesterday or longer
 * @param next to where it can be carried over, {@code null} where there is no such
 * session or it is another's to do
 */
record ShownQuestion(Question question, String address, boolean late, boolean answerable,
		@Nullable CouncilSession next) {

	/**
	 * @param later the sessions to which it could go, the first of them first
	 */
	static ShownQuestion of(Question question, List<String> unitCodes, List<CouncilSession> later, Actor actor,
			LocalDate today) {
		Question.SessionName here = question.session();
		LocalDate from = (here != null) ? here.date() : today;
		CouncilSession next = later.stream()
			.filter((each) -> !each.date().isBefore(from) && (here == null || each.id() != here.id()))
			.findFirst()
			.orElse(null);
		return new ShownQuestion(question,
				"/plans/" + question.planId() + "/indicators/" + question.no() + "/questions", question.isLate(today),
				question.isOpen() && actor.mayEnter(question.ward(), unitCodes),
				Questions.mayCarryOver(question, actor) ? next : null);
	}

	public @Nullable Step answer() {
		return this.question.answer();
	}

}
