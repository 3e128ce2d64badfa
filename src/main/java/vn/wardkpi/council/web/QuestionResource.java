package vn.wardkpi.council.web;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.council.QuestionInput;
import vn.wardkpi.council.Question;
import vn.wardkpi.council.Questions;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.shared.Actor;

/**
 * What is asked about indicators.
 */
@RestController
@RequestMapping("/api/v1")
class QuestionResource {

	private final Questions questions;

	private final QuestionCatalog catalog;

	private final PlanCatalog plans;

	QuestionResource(Questions questions, QuestionCatalog catalog, PlanCatalog plans) {
		this.questions = questions;
		this.catalog = catalog;
		this.plans = plans;
	}

	/** The latest first. */
	@GetMapping("/plans/{id}/indicators/{no}/questions")
	List<QuestionAnswer> ofIndicator(@PathVariable long id, @PathVariable String no, Actor actor) {
		this.plans.require(id, actor);
		this.questions.indicator(id, no);
		return this.catalog.ofIndicator(id, no).stream().map(QuestionAnswer::of).toList();
	}

	@PostMapping("/plans/{id}/indicators/{no}/questions")
	ResponseEntity<QuestionAnswer> ask(@PathVariable long id, @PathVariable String no, @RequestBody QuestionInput body,
			Actor actor) {
		Question asked = this.questions.ask(id, no, body, actor);
		return ResponseEntity.created(URI.create("/api/v1/questions/" + asked.id())).body(QuestionAnswer.of(asked));
	}

	@GetMapping("/questions/{question}")
	QuestionAnswer one(@PathVariable long question, Actor actor) {
		return QuestionAnswer.of(this.questions.require(question, actor));
	}

	@PostMapping("/questions/{question}/answer")
	QuestionAnswer answer(@PathVariable long question, @RequestBody AnswerBody body, Actor actor) {
		return QuestionAnswer.of(this.questions.answer(question, body.text(), actor));
	}

	@PostMapping("/questions/{question}/carry-over")
	QuestionAnswer carryOver(@PathVariable long question, @RequestBody CarryOverBody body, Actor actor) {
		return QuestionAnswer.of(this.questions.carryOver(question, body.session(), actor));
	}

	record AnswerBody(@Nullable String text) {
	}

	/**
	 * @param session id of a later session of the ward
	 */
	record CarryOverBody(@Nullable Long session) {
	}

}
