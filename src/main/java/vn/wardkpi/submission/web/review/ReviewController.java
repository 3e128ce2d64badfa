package vn.wardkpi.submission.web.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.evidence.EvidenceCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.review.Overrides;
import vn.wardkpi.submission.review.ReturnedRows;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.submission.sheet.ReviewFlag;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.Periods;

/**
 * The review of one form: what is unusual first, decided row by row.
 */
@Controller
class ReviewController {

	private static final String FORM = "/plans/{id}/review/{year}/{period}/{leadUnit}";

	private static final String ANNEX = "annex";

	private final SheetReader sheets;

	private final SubmissionService submissions;

	private final Overrides overrides;

	private final EvidenceCatalog evidence;

	private final ReviewWords words;

	private final MessageSource messages;

	ReviewController(SheetReader sheets, SubmissionService submissions, Overrides overrides, EvidenceCatalog evidence,
			ReviewWords words, MessageSource messages) {
		this.sheets = sheets;
		this.submissions = submissions;
		this.overrides = overrides;
		this.evidence = evidence;
		this.words = words;
		this.messages = messages;
	}

	@GetMapping(FORM)
	String form(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestParam(defaultValue = "") String order, Actor actor, Locale locale,
			Model model) {
		ReviewForm form = new ReviewForm();
		form.setOrder(order);
		show(new SubmissionKey(id, year, Periods.require(period), leadUnit), form, OverrideForm.NONE, actor, locale,
				model);
		return "submission/review";
	}

	@PostMapping(FORM + "/approve")
	String approve(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @ModelAttribute ReviewForm form, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		SubmissionKey key = new SubmissionKey(id, year, Periods.require(period), leadUnit);
		Page page = new Page(key, form, OverrideForm.NONE, actor, locale, model, redirect, response);
		return page.take(() -> {
			if (!form.returned().rows().isEmpty()) {
				throw new RefusedException(Kind.INVALID, "input", List.of(),
						List.of(new FieldProblem("review", Problem.error("approve-with-marks"))));
			}
			this.submissions.approve(key, form.getVersion(), actor);
		}, "actual.flash.approved");
	}

	@PostMapping(FORM + "/return")
	String giveBack(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @ModelAttribute ReviewForm form, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		SubmissionKey key = new SubmissionKey(id, year, Periods.require(period), leadUnit);
		ReturnedRows back = form.returned();
		Page page = new Page(key, form, OverrideForm.NONE, actor, locale, model, redirect, response);
		return page.take(() -> this.submissions.giveBack(key, back, form.getVersion(), actor),
				back.rows().isEmpty() ? "actual.flash.returned" : "actual.flash.returned-rows",
				String.valueOf(back.rows().size()));
	}

	@PostMapping(FORM + "/reopen")
	String reopen(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestParam(defaultValue = "") String reason,
			@ModelAttribute ReviewForm form, Actor actor, Locale locale, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		SubmissionKey key = new SubmissionKey(id, year, Periods.require(period), leadUnit);
		model.addAttribute("reason", reason);
		return new Page(key, form, OverrideForm.NONE, actor, locale, model, redirect, response)
			.take(() -> this.submissions.reopen(key, reason, form.getVersion(), actor), "actual.flash.reopened");
	}

	@PostMapping(FORM + "/override")
	String override(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @ModelAttribute("override") OverrideForm typed, Actor actor, Locale locale,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		SubmissionKey key = new SubmissionKey(id, year, Periods.require(period), leadUnit);
		return new Page(key, new ReviewForm(), typed, actor, locale, model, redirect, response)
			.take(() -> this.overrides.set(id, typed.no(), year, issuer(typed), typed.verdict(), typed.reason(),
					typed.reference(), actor), "actual.flash.overridden");
	}

	@PostMapping(FORM + "/revoke")
	String revoke(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @ModelAttribute("override") OverrideForm typed, Actor actor, Locale locale,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		SubmissionKey key = new SubmissionKey(id, year, Periods.require(period), leadUnit);
		return new Page(key, new ReviewForm(), typed, actor, locale, model, redirect, response).take(
				() -> this.overrides.revoke(id, typed.no(), year, issuer(typed), typed.revokeReason(), actor),
				"actual.flash.revoked");
	}

	private static Issuer issuer(OverrideForm typed) {
		if (typed.issuer() == null) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("issuer", Problem.error("required"))));
		}
		return typed.issuer();
	}

	/**
	 * One request to decide on a form.
	 */
	private final class Page {

		private final SubmissionKey key;

		private final ReviewForm form;

		private final OverrideForm override;

		private final Actor actor;

		private final Locale locale;

		private final Model model;

		private final RedirectAttributes redirect;

		private final HttpServletResponse response;

		Page(SubmissionKey key, ReviewForm form, OverrideForm override, Actor actor, Locale locale, Model model,
				RedirectAttributes redirect, HttpServletResponse response) {
			this.key = key;
			this.form = form;
			this.override = override;
			this.actor = actor;
			this.locale = locale;
			this.model = model;
			this.redirect = redirect;
			this.response = response;
		}

		/**
		 * Takes a step and goes back to the form; what is missing or no longer possible
		 * is said on the form as it stands now, with everything that was typed.
		 */
		String take(Runnable step, String flash, String... arguments) {
			try {
				step.run();
			}
			catch (RefusedException ex) {
				if (ex.kind() != Kind.INVALID && ex.kind() != Kind.CONFLICT) {
					throw ex;
				}
				this.response.setStatus(ex.kind().status());
				show(this.key, this.form, this.override, this.actor, this.locale, this.model);
				this.model.addAttribute("refusals", refusals(ex, this.override, this.locale));
				this.model.addAttribute("seenState", (ex.kind() == Kind.CONFLICT) ? this.form.getState() : "");
				return "submission/review";
			}
			this.redirect.addFlashAttribute("flash", flash);
			this.redirect.addFlashAttribute("flashArguments", List.of(arguments));
			this.redirect.addAttribute("id", this.key.planId());
			this.redirect.addAttribute("year", this.key.year());
			this.redirect.addAttribute("period", this.key.period().name());
			this.redirect.addAttribute("leadUnit", this.key.leadUnit());
			return "redirect:" + FORM;
		}

	}

	private List<Refusal> refusals(RefusedException ex, OverrideForm override, Locale locale) {
		if (ex.fields().isEmpty()) {
			String message = this.messages.getMessage("refused." + ex.code(), ex.arguments().toArray(), locale);
			return List.of(new Refusal("", "review", message));
		}
		return ex.fields().stream().map((field) -> {
			String name = (field.field() != null) ? field.field() : "";
			return new Refusal(name, anchor(name, override), this.words.of(field.problem(), locale));
		}).toList();
	}

	/**
	 * "2.1.comment" is typed in the row of 2.1; an override's fields in its own form.
	 */
	private static String anchor(String field, OverrideForm override) {
		int dot = field.lastIndexOf('.');
		if (dot > 0) {
			return "c-" + field.substring(0, dot).replace('.', '-') + "-comment";
		}
		if (!override.no().isEmpty()) {
			return "override-" + override.no().replace('.', '-');
		}
		return Stream.of("comment", "approveRest", "reason").anyMatch(field::equals) ? field : "review";
	}

	private void show(SubmissionKey key, ReviewForm form, OverrideForm override, Actor actor, Locale locale,
			Model model) {
		Sheet sheet = this.sheets.require(key, actor);
		boolean annex = form.getOrder().equals(ANNEX);
		List<ReviewRow> rows = rows(sheet, form, locale);
		List<ReviewRow> marked = rows.stream().filter(ReviewRow::marked).toList();
		model.addAttribute("sheet", sheet);
		model.addAttribute("parts", annex ? List.of(new Part("", rows)) : Stream
			.of(new Part("marked", marked), new Part("plain", rows.stream().filter((row) -> !row.marked()).toList()))
			.filter((part) -> !part.rows().isEmpty())
			.toList());
		model.addAttribute("markedCount", marked.size());
		model.addAttribute("annex", annex);
		model.addAttribute("evidence", this.evidence.of(key.planId(), key.year(), key.period(), true));
		model.addAttribute("form", form);
		model.addAttribute("typed", override);
		model.addAttribute("refusals", List.of());
		model.addAttribute("seenState", "");
		model.addAttribute("state", this.words.state(sheet, locale));
		boolean waits = sheet.submission().status() == SubmissionStatus.SUBMITTED;
		model.addAttribute("mayApprove", sheet.submission().may(SubmissionStep.APPROVE));
		model.addAttribute("mayReturn", sheet.submission().may(SubmissionStep.RETURN));
		model.addAttribute("mayReopen", sheet.submission().may(SubmissionStep.REOPEN));
		model.addAttribute("own", waits && sheet.submission().may(SubmissionStep.RETURN)
				&& !sheet.submission().may(SubmissionStep.APPROVE));
		model.addAttribute("mayOverride", actor.mayReview(sheet.plan().wardCode()));
		model.addAttribute("outcomes", List.of(Verdict.EXCEEDED, Verdict.MET, Verdict.NOT_MET));
		model.addAttribute("neighbours", actor.mayReview(sheet.plan().wardCode())
				? Neighbours.of(key, this.sheets.waitingKeys(sheet.plan().wardCode(), actor)) : Neighbours.NONE);
		model.addAttribute("illustrative", sheet.plan().illustrative());
	}

	private List<ReviewRow> rows(Sheet sheet, ReviewForm form, Locale locale) {
		Function<Problem, String> words = (problem) -> this.words.of(problem, locale);
		Function<ReviewFlag, ReviewRow.MarkView> marks = (mark) -> this.words.of(mark, locale);
		return sheet.rows()
			.stream()
			.map((row) -> ReviewRow.of(row, form.getRows().get(row.no()), words, marks))
			.toList();
	}

	/**
	 * @param field what it is about, in the words of the API
	 * @param anchor the element that it is about
	 */
	record Refusal(String field, String anchor, String message) {
	}

	/**
	 * @param name "marked", "plain", or empty for the annex as it stands
	 */
	record Part(String name, List<ReviewRow> rows) {
	}

	/**
	 * The forms before and after one, of those that await review.
	 *
	 * @param place from 1; 0 for a form that does not wait
	 */
	record Neighbours(@Nullable SubmissionKey previous, @Nullable SubmissionKey next, int place, int count) {

		static final Neighbours NONE = new Neighbours(null, null, 0, 0);

		static Neighbours of(SubmissionKey key, List<SubmissionKey> waiting) {
			int at = waiting.indexOf(key);
			SubmissionKey next = (at + 1 < waiting.size()) ? waiting.get(at + 1) : null;
			return new Neighbours((at > 0) ? waiting.get(at - 1) : null, next, at + 1, waiting.size());
		}

	}

}
