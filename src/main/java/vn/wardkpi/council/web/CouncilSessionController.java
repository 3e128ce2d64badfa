package vn.wardkpi.council.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.council.CouncilSession;
import vn.wardkpi.council.CouncilSessions;
import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.council.SessionInput;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The sessions of a ward's council, and one of them: its agenda, what it saw, what was
 * asked, and what goes on to the next.
 */
@Controller
@RequestMapping("/wards/{code}/council-sessions")
class CouncilSessionController {

	private final CouncilSessions sessions;

	private final QuestionCatalog questions;

	private final PlanCatalog plans;

	private final Wards wards;

	private final ProblemMessages messages;

	private final Clock clock;

	CouncilSessionController(CouncilSessions sessions, QuestionCatalog questions, PlanCatalog plans, Wards wards,
			ProblemMessages messages, Clock clock) {
		this.sessions = sessions;
		this.questions = questions;
		this.plans = plans;
		this.wards = wards;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	String all(@PathVariable WardCode code, Actor actor, Model model) {
		model.addAttribute("form", SessionForm.EMPTY);
		return list(code, actor, model);
	}

	@PostMapping
	ModelAndView call(@PathVariable WardCode code, @ModelAttribute("form") SessionForm form, BindingResult errors,
			Actor actor, Model model, RedirectAttributes redirect) {
		SessionInput typed = form.read(errors);
		try {
			if (!errors.hasErrors()) {
				CouncilSession called = this.sessions.call(code, typed, actor);
				redirect.addFlashAttribute("flash", "council.called");
				return new ModelAndView("redirect:/wards/" + code + "/council-sessions/" + called.id());
			}
		}
		catch (RefusedException ex) {
			reject(ex, errors, model, this.messages);
		}
		return new ModelAndView(list(code, actor, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{session}")
	String one(@PathVariable WardCode code, @PathVariable long session, Actor actor, Model model) {
		Ward ward = this.wards.require(code);
		CouncilSession shown = this.sessions.require(code, session);
		List<CouncilSession> later = this.sessions.after(shown);
		LocalDate today = LocalDate.now(this.clock);
		List<ShownQuestion> all = this.questions.ofSession(session)
			.stream()
			.map((question) -> ShownQuestion.of(question, List.of(String.valueOf(question.unitCode())), later, actor,
					today))
			.toList();
		List<PlanSummary> seen = this.plans.ofWard(code)
			.stream()
			.filter((plan) -> plan.fromYear() <= shown.asOf().getYear())
			.toList();
		common(ward, model);
		model.addAttribute("shown", shown);
		model.addAttribute("plan", seen.isEmpty() ? null : seen.get(0));
		model.addAttribute("questions", all);
		model.addAttribute("open",
				all.stream()
					.filter((each) -> each.question().isOpen() && !each.question().isCarriedOn(session))
					.count());
		model.addAttribute("later", later);
		model.addAttribute("administered", actor.mayAdminister(code));
		return "council/session";
	}

	/**
	 * Says what is wrong at its field, or on top of the page.
	 */
	static void reject(RefusedException ex, BindingResult errors, Model model, ProblemMessages messages) {
		if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
			throw ex;
		}
		for (FieldProblem field : ex.fields()) {
			errors.rejectValue(String.valueOf(field.field()), field.problem().messageKey(),
					field.problem().arguments().toArray(), null);
		}
		if (ex.fields().isEmpty()) {
			model.addAttribute("refusal", messages.message(ex));
		}
	}

	private String list(WardCode code, Actor actor, Model model) {
		Ward ward = this.wards.require(code);
		common(ward, model);
		model.addAttribute("administered", actor.mayAdminister(code));
		model.addAttribute("sessions", this.sessions.ofWard(code));
		return "council/list";
	}

	static void common(Ward ward, Model model) {
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
	}

}
