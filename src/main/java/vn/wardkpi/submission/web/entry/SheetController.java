package vn.wardkpi.submission.web.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionSummary;
import vn.wardkpi.submission.entry.CellOutcome;
import vn.wardkpi.submission.entry.EntryService;
import vn.wardkpi.submission.entry.TypedCell;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.submission.sheet.OtherForms;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.SubmissionWords;
import vn.wardkpi.webui.KeptForm;

/**
 * The sheet of one form, or of all forms of the one who enters, one below the other.
 */
@Controller
class SheetController {

	private static final String ALL = "/plans/{id}/entry/{year}/{period}";

	private static final String ONE = ALL + "/{leadUnit}";

	private final SheetReader sheets;

	private final OtherForms others;

	private final EntryService figures;

	private final SubmissionService submissions;

	private final SubmissionWords words;

	private final Reviewers reviewers;

	private final Clock clock;

	SheetController(SheetReader sheets, OtherForms others, EntryService figures, SubmissionService submissions,
			SubmissionWords words, Reviewers reviewers, Clock clock) {
		this.sheets = sheets;
		this.others = others;
		this.figures = figures;
		this.submissions = submissions;
		this.words = words;
		this.reviewers = reviewers;
		this.clock = clock;
	}

	@GetMapping({ ALL, ONE })
	ModelAndView show(SheetAddress address, HttpServletRequest request, Actor actor, Locale locale) {
		Typed typed = KeptForm.take(request.getSession(false), address.path())
			.map((kept) -> new Typed(SheetForm.of(kept.fields()), Map.of(), List.of()))
			.orElse(Typed.NOTHING);
		return shown(page(address, typed, actor, locale), HttpStatus.OK);
	}

	/**
	 * Saves what can be saved of the form, or of all forms; also hands one over if that
	 * is asked. Works without JavaScript.
	 */
	@PostMapping({ ALL, ONE })
	ModelAndView save(SheetAddress address, @ModelAttribute SheetForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		try {
			return saved(address, form, actor, locale, redirect);
		}
		catch (RefusedException ex) {
			return tooLate(address, ex, actor, locale);
		}
	}

	private ModelAndView saved(SheetAddress address, SheetForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		form.decide();
		takeOver(address, form, actor);
		Map<String, CellOutcome> outcomes = store(address, form, actor);
		boolean submission = form.action().isSubmission();
		Set<String> open = open(outcomes);
		if (!open.isEmpty() && (!submission || concerns(address, form.action(), open, actor))) {
			return stillOpen(address, form, outcomes, actor, locale);
		}
		if (submission) {
			ModelAndView submitted = submit(address, form.action(), actor, locale, redirect);
			boolean done = submitted.getModel().get("page") == null;
			return (done && !open.isEmpty())
					? stillOpen(address, form, outcomes, actor, locale).addObject("flash", "submission.flash.submitted")
						.addObject("flashArguments", redirect.getFlashAttributes().get("flashArguments"))
					: submitted;
		}
		long saved = outcomes.values().stream().filter(CellOutcome.Saved.class::isInstance).count();
		redirect.addFlashAttribute("flash", (saved > 0) ? "submission.flash.saved" : "submission.flash.unchanged");
		redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(saved)));
		return new ModelAndView("redirect:" + address.path());
	}

	/** Cells that were not stored, by indicator number. */
	private static Set<String> open(Map<String, CellOutcome> outcomes) {
		return outcomes.entrySet()
			.stream()
			.filter((one) -> one.getValue() instanceof CellOutcome.Collided
					|| one.getValue() instanceof CellOutcome.Refused)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Whether any of these cells stands on the form that is handed over. */
	private boolean concerns(SheetAddress address, SheetForm.Action action, Set<String> nos, Actor actor) {
		return address.unit() != null || this.sheets.require(address.form(action.unit()), actor)
			.rows()
			.stream()
			.map(Sheet.Row::no)
			.anyMatch(nos::contains);
	}

	private ModelAndView stillOpen(SheetAddress address, SheetForm form, Map<String, CellOutcome> outcomes, Actor actor,
			Locale locale) {
		boolean collided = outcomes.values().stream().anyMatch(CellOutcome.Collided.class::isInstance);
		return shown(page(address, new Typed(form, outcomes, List.of()), actor, locale),
				collided ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private ModelAndView submit(SheetAddress address, SheetForm.Action action, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		String unit = address.unit();
		SubmissionKey key = address.form((unit != null) ? unit : action.unit());
		Sheet sheet = this.sheets.require(key, actor);
		List<FieldProblem> unclear = sheet.shortlyExplained()
			.stream()
			.map((row) -> new FieldProblem(row.no() + ".explanation",
					Problem.error("explanation-short", row.no(), row.indicator().name(),
							String.valueOf(ActualEntry.LEAST_EXPLANATION))))
			.toList();
		if (!unclear.isEmpty()) {
			return shown(page(address, new Typed(new SheetForm(), Map.of(), unclear), actor, locale),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		boolean doubtful = !sheet.empty().isEmpty() || !sheet.questions().isEmpty();
		if (doubtful && sheet.filled() > 0 && sheet.unexplained().isEmpty() && !action.isAnyway()) {
			return shown(page(address, Typed.NOTHING, actor, locale).confirming(sheet), HttpStatus.OK);
		}
		try {
			this.submissions.submit(key, actor);
		}
		catch (RefusedException ex) {
			if (ex.kind() != Kind.INVALID) {
				throw ex;
			}
			return shown(page(address, new Typed(new SheetForm(), Map.of(), ex.fields()), actor, locale),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("flash", "submission.flash.submitted");
		redirect.addFlashAttribute("flashArguments", confirmed(sheet, locale));
		return new ModelAndView("redirect:" + address.path());
	}

	/** Whose form went, and who looks at it next. */
	private List<String> confirmed(Sheet sheet, Locale locale) {
		return List.of(sheet.unit().name(), this.reviewers.of(sheet.plan().wardCode(), locale));
	}

	/**
	 * Takes a form back on which nobody has decided yet.
	 */
	@PostMapping(ONE + "/take-back")
	ModelAndView takeBack(SubmissionKey key, Actor actor, Locale locale, RedirectAttributes redirect) {
		try {
			this.submissions.takeBack(key, actor);
		}
		catch (RefusedException ex) {
			return tooLate(SheetAddress.of(key), ex, actor, locale);
		}
		redirect.addFlashAttribute("flash", "submission.flash.taken-back");
		return new ModelAndView("redirect:" + SheetAddress.of(key).path());
	}

	/** The address that a refused step leaves behind. */
	@GetMapping(ONE + "/take-back")
	String again(SubmissionKey key) {
		return "redirect:" + SheetAddress.of(key).path();
	}

	/**
	 * Somebody else was quicker, or the days are over: says so where it can be seen how
	 * the form stands now.
	 */
	private ModelAndView tooLate(SheetAddress address, RefusedException refused, Actor actor, Locale locale) {
		if (refused.kind() != Kind.CONFLICT) {
			throw refused;
		}
		return shown(page(address, Typed.NOTHING, actor, locale), HttpStatus.CONFLICT).addObject("refusal",
				this.words.of(refused, locale));
	}

	private List<Sheet> read(SheetAddress address, Actor actor) {
		String unit = address.unit();
		return (unit != null) ? List.of(this.sheets.require(address.form(unit), actor))
				: this.sheets.all(address.planId(), address.year(), address.period(), actor);
	}

	private Map<String, CellOutcome> store(SheetAddress address, SheetForm form, Actor actor) {
		String unit = address.unit();
		if (unit != null) {
			return this.figures.enterAll(address.form(unit), form.typed(), actor);
		}
		List<Sheet> open = read(address, actor).stream().filter(Sheet::mayEnter).toList();
		if (open.isEmpty()) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.enter");
		}
		Map<String, CellOutcome> outcomes = new HashMap<>();
		for (Sheet sheet : open) {
			Set<String> own = sheet.rows().stream().map(Sheet.Row::no).collect(Collectors.toSet());
			List<TypedCell> cells = form.typed().stream().filter((cell) -> own.contains(cell.no())).toList();
			if (!cells.isEmpty()) {
				outcomes.putAll(this.figures.enterAll(sheet.key(), cells, actor));
			}
		}
		return outcomes;
	}

	/** What an earlier period says, in figures or words, where a button asks for it. */
	private void takeOver(SheetAddress address, SheetForm form, Actor actor) {
		if (form.takesOver()) {
			read(address, actor).stream().flatMap((sheet) -> sheet.rows().stream()).forEach(form::takeOver);
		}
	}

	private SheetPage page(SheetAddress address, Typed typed, Actor actor, Locale locale) {
		LocalDate today = LocalDate.now(this.clock);
		List<Sheet> sheets = read(address, actor);
		Map<String, SubmissionSummary> elsewhere = this.others.of(sheets, actor);
		List<SheetPage.FormView> forms = sheets.stream()
			.map((sheet) -> SheetPage.FormView.of(sheet, rows(sheet, typed, locale), today, elsewhere))
			.toList();
		List<SheetPage.OpenView> open = typed.open()
			.stream()
			.map((field) -> new SheetPage.OpenView(SheetPage.anchor(field), this.words.of(field.problem(), locale)))
			.toList();
		return new SheetPage(address, today, forms, open, null);
	}

	private List<RowView> rows(Sheet sheet, Typed typed, Locale locale) {
		return sheet.rows().stream().map((row) -> {
			CellForm cell = typed.form().getCells().get(row.no());
			return RowView.of(row, cell, typed.outcome(row, cell), (problem) -> this.words.of(problem, locale));
		}).toList();
	}

	private static ModelAndView shown(SheetPage page, HttpStatus status) {
		return new ModelAndView("submission/sheet", status).addObject("page", page)
			.addObject("illustrative", page.illustrative());
	}

	/**
	 * What was sent and what became of it.
	 *
	 * @param open what is missing before a form can be handed over
	 */
	private record Typed(SheetForm form, Map<String, CellOutcome> outcomes, List<FieldProblem> open) {

		/** What was kept through a sign-in and is not stored is shown as it was typed. */
		@Nullable CellOutcome outcome(Sheet.Row row, @Nullable CellForm cell) {
			boolean kept = this.form.isKept() && cell != null && row.mayEnter()
					&& !cell.says(RowView.of(row, null, null, Problem::code).kept());
			return kept ? new CellOutcome.Refused(List.of(new FieldProblem("value", Problem.warning("kept-not-saved"))))
					: this.outcomes.get(row.no());
		}

		static final Typed NOTHING = new Typed(new SheetForm(), Map.of(), List.of());

	}

}
