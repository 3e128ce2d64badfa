package vn.wardkpi.actual.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.actual.CellOutcome;
import vn.wardkpi.actual.Figures;
import vn.wardkpi.actual.FormKey;
import vn.wardkpi.actual.Sheet;
import vn.wardkpi.actual.Sheets;
import vn.wardkpi.actual.Step;
import vn.wardkpi.actual.SubmissionService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The sheet of one form.
 */
@Controller
class SheetPages {

	private final Sheets sheets;

	private final Figures figures;

	private final SubmissionService submissions;

	private final MessageSource messages;

	SheetPages(Sheets sheets, Figures figures, SubmissionService submissions, MessageSource messages) {
		this.sheets = sheets;
		this.figures = figures;
		this.submissions = submissions;
		this.messages = messages;
	}

	@GetMapping("/plans/{id}/entry/{year}/{period}/{leadUnit}")
	String sheet(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, Actor actor, Locale locale, Model model) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		show(key, new SheetForm(), Map.of(), List.of(), actor, locale, model);
		return "actual/sheet";
	}

	/**
	 * Saves what can be saved of the whole sheet; with {@code action=submit} also hands
	 * it over. Works without JavaScript.
	 * @param use a suggestion taken, as "2.1|value|86,6"
	 * @param keep the indicator whose value is kept though somebody else changed it
	 * @param take the indicator whose value is given up for somebody else's
	 */
	@PostMapping("/plans/{id}/entry/{year}/{period}/{leadUnit}")
	String save(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @ModelAttribute SheetForm form,
			@RequestParam(defaultValue = "save") String action, @RequestParam(required = false) @Nullable String use,
			@RequestParam(required = false) @Nullable String keep,
			@RequestParam(required = false) @Nullable String take, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		decide(form, use, keep, take);
		Map<String, CellOutcome> outcomes = store(key, form, actor);
		boolean collided = outcomes.values().stream().anyMatch(CellOutcome.Collided.class::isInstance);
		boolean refused = outcomes.values().stream().anyMatch(CellOutcome.Refused.class::isInstance);
		if (collided || refused) {
			response.setStatus((collided ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
			show(key, form, outcomes, List.of(), actor, locale, model);
			return "actual/sheet";
		}
		if (action.startsWith("submit")) {
			Sheet sheet = this.sheets.require(key, actor);
			if (!sheet.empty().isEmpty() && sheet.filled() > 0 && sheet.unexplained().isEmpty()
					&& !action.equals("submit-anyway")) {
				show(sheet, new SheetForm(), Map.of(), List.of(), locale, model);
				model.addAttribute("confirm", true);
				return "actual/sheet";
			}
			try {
				this.submissions.submit(key, actor);
			}
			catch (RefusedException ex) {
				if (ex.kind() != Kind.INVALID) {
					throw ex;
				}
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				show(key, new SheetForm(), Map.of(), ex.fields(), actor, locale, model);
				return "actual/sheet";
			}
			redirect.addFlashAttribute("flash", "actual.flash.submitted");
		}
		else {
			long saved = outcomes.values().stream().filter(CellOutcome.Saved.class::isInstance).count();
			redirect.addFlashAttribute("flash", (saved > 0) ? "actual.flash.saved" : "actual.flash.unchanged");
			redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(saved)));
		}
		redirect.addAttribute("id", id);
		redirect.addAttribute("year", year);
		redirect.addAttribute("period", period);
		redirect.addAttribute("leadUnit", leadUnit);
		return "redirect:/plans/{id}/entry/{year}/{period}/{leadUnit}";
	}

	/**
	 * Saves one cell as it is left and says what came of it.
	 */
	@PostMapping("/plans/{id}/entry/{year}/{period}/{leadUnit}/cells/{no}")
	String saveCell(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @PathVariable String no, @ModelAttribute SheetForm form, Actor actor,
			Locale locale, Model model) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		SheetForm.CellForm cell = form.getCells().getOrDefault(no, new SheetForm.CellForm());
		Figures.SavedCell saved = this.figures.enterCell(key, cell.typed(no), actor);
		model.addAttribute("row", RowView.of(saved.row(), cell, saved.outcome(), (problem) -> words(problem, locale)));
		model.addAttribute("filled", saved.answered());
		model.addAttribute("cells", saved.cells());
		return "actual/sheet :: saved";
	}

	private Map<String, CellOutcome> store(FormKey key, SheetForm form, Actor actor) {
		List<Figures.TypedCell> typed = new ArrayList<>();
		form.getCells().forEach((no, cell) -> typed.add(cell.typed(no)));
		return this.figures.enterAll(key, typed, actor);
	}

	private static void decide(SheetForm form, @Nullable String use, @Nullable String keep, @Nullable String take) {
		if (use != null) {
			String[] parts = use.split("\\|", 3);
			SheetForm.CellForm cell = (parts.length == 3) ? form.getCells().get(parts[0]) : null;
			if (cell != null) {
				cell.use(parts[1], parts[2]);
			}
		}
		if (keep != null) {
			SheetForm.CellForm cell = form.getCells().get(keep);
			if (cell != null) {
				cell.keep();
			}
		}
		if (take != null) {
			form.getCells().remove(take);
		}
	}

	private void show(FormKey key, SheetForm form, Map<String, CellOutcome> outcomes, List<FieldProblem> open,
			Actor actor, Locale locale, Model model) {
		show(this.sheets.require(key, actor), form, outcomes, open, locale, model);
	}

	private void show(Sheet sheet, SheetForm form, Map<String, CellOutcome> outcomes, List<FieldProblem> open,
			Locale locale, Model model) {
		List<RowView> rows = views(sheet, form, outcomes, locale);
		model.addAttribute("sheet", sheet);
		model.addAttribute("rows", rows);
		model.addAttribute("open",
				open.stream().map((field) -> new OpenView(anchor(field), words(field.problem(), locale))).toList());
		model.addAttribute("maySubmit", sheet.submission().may(Step.SUBMIT));
		model.addAttribute("illustrative", sheet.plan().illustrative());
	}

	private List<RowView> views(Sheet sheet, SheetForm form, Map<String, CellOutcome> outcomes, Locale locale) {
		return sheet.rows()
			.stream()
			.map((row) -> RowView.of(row, form.getCells().get(row.no()), outcomes.get(row.no()),
					(problem) -> words(problem, locale)))
			.toList();
	}

	/**
	 * "2.1.explanation" is shown in the row of 2.1.
	 */
	private static String anchor(FieldProblem field) {
		String name = field.field();
		if (name == null) {
			return "sheet";
		}
		int dot = name.lastIndexOf('.');
		String id = "c-" + name.substring(0, Math.max(dot, 0)).replace('.', '-');
		return id + (name.endsWith(".explanation") ? "-cause" : "");
	}

	private String words(Problem problem, Locale locale) {
		return this.messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

	/**
	 * @param anchor the element that the problem is about
	 */
	record OpenView(String anchor, String message) {
	}

}
