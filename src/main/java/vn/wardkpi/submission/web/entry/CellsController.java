package vn.wardkpi.submission.web.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.entry.SeveralCells;
import vn.wardkpi.submission.web.SubmissionWords;

/**
 * Cells that wait together, as they do where the connection is slow: stored with one
 * request, whichever forms of the page they stand on.
 */
@Controller
class CellsController {

	private final SeveralCells figures;

	private final SubmissionWords words;

	CellsController(SeveralCells figures, SubmissionWords words) {
		this.figures = figures;
		this.words = words;
	}

	@PostMapping("/plans/{id}/cells/{year}/{period}")
	ModelAndView save(SheetAddress address, @ModelAttribute SheetForm form, Actor actor, Locale locale) {
		List<AnswerView> answers = this.figures
			.enter(address.planId(), address.year(), address.period(), form.typed(), actor)
			.entrySet()
			.stream()
			.map((one) -> view(one.getKey(), one.getValue(), form, locale))
			.toList();
		return new ModelAndView("submission/sheet/outcome :: several").addObject("answers", answers);
	}

	private AnswerView view(String no, SeveralCells.Answer answer, SheetForm form, Locale locale) {
		RefusedException refusal = answer.refusal();
		SubmissionKey key = answer.form();
		if (refusal != null || key == null) {
			return new AnswerView(no, Map.of(), (refusal != null) ? this.words.of(refusal, locale) : "");
		}
		Map<String, List<RowView.ProblemView>> sums = new LinkedHashMap<>();
		answer.sums()
			.forEach((other, problems) -> sums.put(other,
					RowView.views(problems, (problem) -> this.words.of(problem, locale))));
		RowView row = RowView.of(Objects.requireNonNull(answer.row()), form.cell(no), answer.outcome(),
				(problem) -> this.words.of(problem, locale));
		return new AnswerView(no, Map.of("row", row, "sums", sums, "progress",
				new SheetPage.Progress(key.leadUnit(), answer.answered(), answer.cells())), "");
	}

	/**
	 * @param saved what the answer to one cell shows; empty with a refusal
	 * @param refusal why its form takes nothing
	 */
	record AnswerView(String no, Map<String, Object> saved, String refusal) {
	}

}
