package vn.wardkpi.submission.web.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.review.Overrides;
import vn.wardkpi.submission.review.ReturnedRows;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.submission.web.review.ReviewPages.Decision;

/**
 * The review of one form: what is unusual first, decided row by row.
 */
@Controller
class ReviewController {

	private static final String FORM = "/plans/{id}/review/{year}/{period}/{leadUnit}";

	private final ReviewPages pages;

	private final SubmissionService submissions;

	private final Overrides overrides;

	ReviewController(ReviewPages pages, SubmissionService submissions, Overrides overrides) {
		this.pages = pages;
		this.submissions = submissions;
		this.overrides = overrides;
	}

	@GetMapping(FORM)
	ModelAndView form(SubmissionKey key, @ModelAttribute ReviewForm form, Actor actor, Locale locale) {
		return this.pages.show(Decision.of(key, form, actor, locale));
	}

	/** Whoever reloads the address of a step that was refused sees the form again. */
	@GetMapping({ FORM + "/approve", FORM + "/return", FORM + "/reopen", FORM + "/override", FORM + "/revoke" })
	String formAgain(SubmissionKey key) {
		return "redirect:/plans/" + key.planId() + "/review/" + key.year() + "/" + key.period() + "/" + key.leadUnit();
	}

	@PostMapping(FORM + "/approve")
	ModelAndView approve(SubmissionKey key, @ModelAttribute ReviewForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		Optional<SubmissionKey> next = form.isNext() ? this.pages.next(key, actor) : Optional.of(key);
		ModelAndView taken = take(Decision.of(key, form, actor, locale), () -> {
			if (!form.returned().rows().isEmpty()) {
				throw invalid("review", "approve-with-marks");
			}
			this.submissions.approve(key, form.getVersion(), actor);
		}, redirect, "submission.flash.approved");
		boolean done = taken.getStatus() == null;
		if (done && next.isEmpty()) {
			return new ModelAndView(new RedirectView("/review", true, true, false));
		}
		next.filter((other) -> done).ifPresent((other) -> to(other, redirect));
		return taken;
	}

	@PostMapping(FORM + "/return")
	ModelAndView returnToUnit(SubmissionKey key, @ModelAttribute ReviewForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		ReturnedRows returned = form.returned();
		return take(Decision.of(key, form, actor, locale),
				() -> this.submissions.returnToUnit(key, returned, form.getVersion(), actor), redirect,
				returned.rows().isEmpty() ? "submission.flash.returned" : "submission.flash.returned-rows",
				String.valueOf(returned.rows().size()));
	}

	@PostMapping(FORM + "/reopen")
	ModelAndView reopen(SubmissionKey key, @ModelAttribute ReviewForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		return take(Decision.of(key, form, actor, locale),
				() -> this.submissions.reopen(key, form.getReason(), form.getVersion(), actor), redirect,
				"submission.flash.reopened");
	}

	@PostMapping(FORM + "/override")
	ModelAndView override(SubmissionKey key, @ModelAttribute("override") OverrideForm typed, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		return take(
				Decision.of(key, typed, actor, locale), () -> this.overrides.set(key.planId(), typed.no(), key.year(),
						issuer(typed), typed.verdict(), typed.reason(), typed.reference(), actor),
				redirect, "submission.flash.overridden");
	}

	@PostMapping(FORM + "/revoke")
	ModelAndView revoke(SubmissionKey key, @ModelAttribute("override") OverrideForm typed, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		return take(Decision.of(key, typed, actor, locale), () -> this.overrides.revoke(key.planId(), typed.no(),
				key.year(), issuer(typed), typed.revokeReason(), actor), redirect, "submission.flash.revoked");
	}

	/**
	 * Takes a step and goes back to the form; what is missing or no longer possible is
	 * said on the form as it stands now, with everything that was typed.
	 */
	private ModelAndView take(Decision decision, Runnable step, RedirectAttributes redirect, String flash,
			String... arguments) {
		try {
			step.run();
		}
		catch (RefusedException ex) {
			if (ex.kind() != Kind.INVALID && ex.kind() != Kind.CONFLICT) {
				throw ex;
			}
			return this.pages.refused(decision, ex);
		}
		SubmissionKey key = decision.key();
		redirect.addFlashAttribute("flash", flash);
		redirect.addFlashAttribute("flashArguments", List.of(arguments));
		to(key, redirect);
		return new ModelAndView("redirect:" + FORM);
	}

	private static void to(SubmissionKey key, RedirectAttributes redirect) {
		redirect.addAttribute("id", key.planId());
		redirect.addAttribute("year", key.year());
		redirect.addAttribute("period", key.period().name());
		redirect.addAttribute("leadUnit", key.leadUnit());
	}

	private static Issuer issuer(OverrideForm typed) {
		if (typed.issuer() == null) {
			throw invalid("issuer", "required");
		}
		return typed.issuer();
	}

	private static RefusedException invalid(String field, String code) {
		return new RefusedException(Kind.INVALID, "input", List.of(),
				List.of(new FieldProblem(field, Problem.error(code))));
	}

}
