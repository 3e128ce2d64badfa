package vn.wardkpi.submission.web.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.submission.sheet.Completeness;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.SubmissionWords;

/**
 * Hands in all forms of the one who enters that are complete, once it was shown what is
 * sent and what is missing of the others.
 */
@Controller
@RequestMapping("/plans/{id}/hand-in/{year}/{period}")
class HandInController {

	private final SheetReader sheets;

	private final SubmissionService submissions;

	private final SubmissionWords words;

	private final Reviewers reviewers;

	HandInController(SheetReader sheets, SubmissionService submissions, SubmissionWords words, Reviewers reviewers) {
		this.sheets = sheets;
		this.submissions = submissions;
		this.words = words;
		this.reviewers = reviewers;
	}

	@GetMapping
	String check(SheetAddress address, Actor actor, Locale locale, Model model) {
		List<Sheet> sheets = this.sheets.all(address.planId(), address.year(), address.period(), actor);
		List<Candidate> all = sheets.stream()
			.filter((sheet) -> sheet.submission().may(SubmissionStep.SUBMIT))
			.map((sheet) -> new Candidate(sheet, SheetAddress.of(sheet.key()).path(), missing(sheet, locale)))
			.toList();
		model.addAttribute("address", address);
		model.addAttribute("illustrative", sheets.get(0).plan().illustrative());
		model.addAttribute("ready", all.stream().filter((one) -> one.missing().isEmpty()).toList());
		model.addAttribute("others", all.stream().filter((one) -> !one.missing().isEmpty()).toList());
		return "submission/hand-in";
	}

	/**
	 * @param chosen codes of the lead units whose forms are handed in, each with the
	 * version that was shown: "van-hoa:3"
	 */
	@PostMapping
	String handIn(SheetAddress address, @RequestParam(name = "form", required = false) @Nullable List<String> chosen,
			Actor actor, Locale locale, RedirectAttributes redirect) {
		Map<String, String> names = new HashMap<>();
		List<Sheet> sheets = this.sheets.all(address.planId(), address.year(), address.period(), actor);
		sheets.forEach((sheet) -> names.put(sheet.key().leadUnit(), sheet.unit().name()));
		List<String> leftOut = new ArrayList<>();
		List<String> handedIn = new ArrayList<>();
		for (String one : (chosen != null) ? chosen : List.<String>of()) {
			int colon = one.lastIndexOf(':');
			String unit = one.substring(0, Math.max(colon, 0));
			try {
				this.submissions.submit(address.form(unit), version(one.substring(colon + 1)), actor);
				handedIn.add(names.getOrDefault(unit, unit));
			}
			catch (RefusedException ex) {
				leftOut.add(names.getOrDefault(unit, unit) + ": " + this.words.of(ex, locale));
			}
		}
		redirect.addFlashAttribute("flash",
				!handedIn.isEmpty() ? "submission.flash.submitted-forms" : "submission.flash.none-submitted");
		redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(handedIn.size()),
				String.join(", ", handedIn), this.reviewers.of(sheets.get(0).plan().wardCode(), locale)));
		redirect.addFlashAttribute("leftOut", leftOut);
		redirect.addAttribute("year", address.year());
		redirect.addAttribute("period", address.period());
		return "redirect:/entry";
	}

	/** A version that cannot be read is none that anybody has seen. */
	private static int version(String text) {
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
	}

	private List<SheetPage.OpenView> missing(Sheet sheet, Locale locale) {
		List<FieldProblem> missing = new ArrayList<>(Completeness.stillOpen(sheet));
		sheet.shortlyExplained()
			.forEach((row) -> missing.add(new FieldProblem(row.no() + ".explanation", Problem.error("explanation-short",
					row.no(), row.indicator().name(), String.valueOf(ActualEntry.LEAST_EXPLANATION)))));
		if (sheet.filled() > 0) {
			sheet.empty()
				.forEach((row) -> missing.add(new FieldProblem(row.no() + ".value",
						Problem.error("cell-empty", row.no(), row.indicator().name()))));
		}
		return missing.stream()
			.map((field) -> new SheetPage.OpenView(SheetPage.anchor(field), this.words.of(field.problem(), locale)))
			.toList();
	}

	/**
	 * @param path of the form's page
	 * @param missing what it lacks; empty if it can be handed in
	 */
	record Candidate(Sheet sheet, String path, List<SheetPage.OpenView> missing) {

		public String choice() {
			return this.sheet.key().leadUnit() + ":" + this.sheet.submission().version();
		}

	}

}
