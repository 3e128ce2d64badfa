package vn.wardkpi.submission.web.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.entry.EntryService;
import vn.wardkpi.submission.web.SubmissionWords;

/**
 * One cell of a sheet, saved and previewed on its own.
 */
@Controller
@RequestMapping("/plans/{id}/entry/{year}/{period}/{leadUnit}/cells/{no}")
class CellController {

	private static final String PAGE = "submission/sheet/outcome";

	private final EntryService figures;

	private final SubmissionWords words;

	CellController(EntryService figures, SubmissionWords words) {
		this.figures = figures;
		this.words = words;
	}

	/**
	 * Saves one cell as it is left and says what came of it.
	 */
	@PostMapping
	ModelAndView save(SubmissionKey key, @PathVariable String no, @ModelAttribute SheetForm form, Actor actor,
			Locale locale) {
		CellForm cell = form.cell(no);
		EntryService.SavedCell saved = this.figures.enterCell(key, cell.typed(no), actor);
		RowView row = RowView.of(saved.row(), cell, saved.outcome(), (problem) -> this.words.of(problem, locale));
		return new ModelAndView(PAGE + " :: saved").addObject("row", row)
			.addObject("sums", sums(saved.sums(), locale))
			.addObject("progress", new SheetPage.Progress(key.leadUnit(), saved.answered(), saved.cells()));
	}

	private Map<String, List<RowView.ProblemView>> sums(Map<String, List<FieldProblem>> sums, Locale locale) {
		Map<String, List<RowView.ProblemView>> views = new LinkedHashMap<>();
		sums.forEach(
				(no, problems) -> views.put(no, RowView.views(problems, (problem) -> this.words.of(problem, locale))));
		return views;
	}

	/**
	 * Says what a cell would come to while it is being typed; stores nothing.
	 */
	@PostMapping("/preview")
	ModelAndView preview(SubmissionKey key, @PathVariable String no, @ModelAttribute SheetForm form, Actor actor,
			Locale locale) {
		EntryService.Preview preview = this.figures.preview(key, form.cell(no).typed(no), actor);
		return new ModelAndView(PAGE + " :: preview").addObject("no", no)
			.addObject("id", RowView.id(no))
			.addObject("verdicts", RowView.verdicts(preview.checked()))
			.addObject("problems", RowView.views(preview.problems(), (problem) -> this.words.of(problem, locale)));
	}

}
