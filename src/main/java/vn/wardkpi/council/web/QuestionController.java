package vn.wardkpi.council.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.council.CouncilSession;
import vn.wardkpi.council.CouncilSessions;
import vn.wardkpi.council.Question;
import vn.wardkpi.council.Question.SessionName;
import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.council.QuestionInput;
import vn.wardkpi.council.Questions;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Where an indicator is talked over: questions, answers, and the form for each who may.
 */
@Controller
class QuestionController {

	private final Questions questions;

	private final QuestionCatalog catalog;

	private final CouncilSessions sessions;

	private final PlanCatalog plans;

	private final ProblemMessages messages;

	private final Clock clock;

	QuestionController(Questions questions, QuestionCatalog catalog, CouncilSessions sessions, PlanCatalog plans,
			ProblemMessages messages, Clock clock) {
		this.questions = questions;
		this.catalog = catalog;
		this.sessions = sessions;
		this.plans = plans;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/plans/{id}/indicators/{no}/questions")
	String ofIndicator(@PathVariable long id, @PathVariable String no, Actor actor, Model model) {
		model.addAttribute("form", QuestionForm.EMPTY);
		return page(id, no, actor, model);
	}

	@PostMapping("/plans/{id}/indicators/{no}/questions")
	ModelAndView ask(@PathVariable long id, @PathVariable String no, @ModelAttribute("form") QuestionForm form,
			BindingResult errors, Actor actor, Model model) {
		QuestionInput typed = form.read(errors);
		try {
			if (!errors.hasErrors()) {
				return new ModelAndView("redirect:" + address(this.questions.ask(id, no, typed, actor)));
			}
		}
		catch (RefusedException ex) {
			CouncilSessionController.reject(ex, errors, model, this.messages);
		}
		return new ModelAndView(page(id, no, actor, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/questions/{question}/answer")
	ModelAndView answer(@PathVariable long question, @RequestParam(required = false) @Nullable String answer,
			Actor actor, Model model, RedirectAttributes redirect) {
		Question asked = this.questions.require(question, actor);
		try {
			this.questions.answer(question, answer, actor);
			redirect.addFlashAttribute("flash", "council.answered");
			return new ModelAndView("redirect:" + address(asked));
		}
		catch (RefusedException ex) {
			model.addAttribute("typed", answer);
			return refused(ex, asked, actor, model);
		}
	}

	@PostMapping("/questions/{question}/carry-over")
	ModelAndView carryOver(@PathVariable long question, @RequestParam(required = false) @Nullable Long session,
			Actor actor, Model model, RedirectAttributes redirect) {
		Question asked = this.questions.require(question, actor);
		try {
			SessionName to = Objects.requireNonNull(this.questions.carryOver(question, session, actor).session());
			SessionName from = asked.session();
			redirect.addFlashAttribute("flash", (from != null) ? "council.carried-over" : "council.taken-up");
			redirect.addFlashAttribute("flashArguments",
					List.of(asked.no(), to.title(), (from != null) ? from.title() : ""));
			// Where the other questions of the session wait.
			return new ModelAndView(
					"redirect:/wards/" + asked.ward() + "/council-sessions/" + ((from != null) ? from : to).id());
		}
		catch (RefusedException ex) {
			return refused(ex, asked, actor, model);
		}
	}

	/** The page with what is in the way, beside the question. */
	private ModelAndView refused(RefusedException ex, Question asked, Actor actor, Model model) {
		if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
			throw ex;
		}
		model.addAttribute("form", QuestionForm.EMPTY);
		model.addAttribute("about", asked.id());
		model.addAttribute("refusal", ex.fields().isEmpty() ? this.messages.message(ex)
				: this.messages.message(ex.fields().get(0).problem()));
		return new ModelAndView(page(asked.planId(), asked.no(), actor, model), HttpStatus.valueOf(ex.kind().status()));
	}

	private static String address(Question question) {
		return "/plans/" + question.planId() + "/indicators/" + question.no() + "/questions#question-" + question.id();
	}

	private String page(long id, String no, Actor actor, Model model) {
		PlanSummary plan = this.plans.require(id, actor);
		IndicatorRow indicator = this.questions.indicator(id, no);
		List<CouncilSession> all = this.sessions.ofWard(plan.wardCode())
			.stream()
			.filter((each) -> !each.isCancelled())
			.toList();
		LocalDate today = LocalDate.now(this.clock);
		List<CouncilSession> soonestFirst = all.stream()
			.sorted(java.util.Comparator.comparing(CouncilSession::date).thenComparing(CouncilSession::id))
			.toList();
		model.addAttribute("plan", plan);
		model.addAttribute("illustrative", plan.illustrative());
		model.addAttribute("indicator", indicator);
		model.addAttribute("sessions", all);
		model.addAttribute("asks", Questions.kindOf(actor, plan.wardCode()));
		model.addAttribute("questions",
				this.catalog.ofIndicator(id, no)
					.stream()
					.map((each) -> ShownQuestion.of(each, indicator.leadUnitCodes(), soonestFirst, actor, today))
					.toList());
		return "council/questions";
	}

}
