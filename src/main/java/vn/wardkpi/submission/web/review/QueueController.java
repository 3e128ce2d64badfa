package vn.wardkpi.submission.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.SubmissionSummaries;
import vn.wardkpi.submission.SubmissionSummary;
import vn.wardkpi.submission.review.CommentTemplates;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.submission.sheet.ReviewFlag;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.Periods;
import vn.wardkpi.webui.PeriodNames;

/**
 * A reviewer's queue: what waits, what is unusual about it, and how complete the period
 * is. Forms about which nothing is unusual can be approved together.
 */
@Controller
class QueueController {

	private final SheetReader sheets;

	private final SubmissionSummaries summaries;

	private final SubmissionService submissions;

	private final PlanCatalog plans;

	private final ReportingCalendar calendar;

	private final ReviewWords words;

	private final Clock clock;

	QueueController(SheetReader sheets, SubmissionSummaries summaries, SubmissionService submissions, PlanCatalog plans,
			ReportingCalendar calendar, ReviewWords words, Clock clock) {
		this.sheets = sheets;
		this.summaries = summaries;
		this.submissions = submissions;
		this.plans = plans;
		this.calendar = calendar;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/review")
	String queue(@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(required = false) @Nullable ReportingPeriod period,
			@RequestParam(required = false) @Nullable String chosen, Actor actor, Locale locale, Model model) {
		WardCode ward = Periods.ward(actor);
		Periods.Choice choice = Periods.choose(this.calendar.of(ward), Periods.years(this.plans.ofWard(ward)), year,
				period, LocalDate.now(this.clock));
		List<Waiting> waiting = this.sheets.waiting(ward, actor)
			.stream()
			.map((sheet) -> Waiting.of(sheet, actor, this.words, locale))
			.toList();
		List<SubmissionSummary> forms = this.summaries.forms(ward, choice.year(), choice.period(), actor);
		model.addAttribute("choice", choice);
		model.addAttribute("waiting", waiting);
		model.addAttribute("plain", waiting.stream().filter(Waiting::approvable).count());
		model.addAttribute("all", "all".equals(chosen));
		model.addAttribute("templatesOf", CommentTemplates.isKeeper(ward, actor) ? ward : null);
		model.addAttribute("forms", forms);
		model.addAttribute("handedIn", forms.stream()
			.filter((form) -> form.status() == SubmissionStatus.SUBMITTED || form.status() == SubmissionStatus.APPROVED)
			.count());
		model.addAttribute("cells", forms.stream().mapToInt(SubmissionSummary::cells).sum());
		model.addAttribute("answered", forms.stream().mapToInt(SubmissionSummary::filled).sum());
		return "submission/queue";
	}

	@GetMapping("/review/approve")
	String queueAgain() {
		return "redirect:/review";
	}

	/**
	 * Approves several forms about which nothing is unusual, once they were named and
	 * that was confirmed. Whatever changed since is left out and said.
	 * @param chosen forms with the version seen, as {@link Waiting#choice()} writes them
	 */
	@PostMapping("/review/approve")
	String approve(@RequestParam(name = "form", required = false) @Nullable List<String> chosen,
			@RequestParam(defaultValue = "false") boolean confirmed, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect) {
		WardCode ward = Periods.ward(actor);
		if (!actor.mayReview(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.approve");
		}
		List<Choice> choices = (chosen != null)
				? chosen.stream().map(Choice::read).flatMap(Optional::stream).distinct().toList() : List.of();
		if (choices.isEmpty()) {
			redirect.addFlashAttribute("flash", "submission.flash.none-chosen");
			return "redirect:/review";
		}
		Map<SubmissionKey, Sheet> waiting = new HashMap<>();
		this.sheets.waiting(ward, actor).forEach((sheet) -> waiting.put(sheet.key(), sheet));
		if (!confirmed) {
			model.addAttribute("chosen",
					choices.stream()
						.map((choice) -> waiting.get(choice.key()))
						.filter((sheet) -> sheet != null)
						.map((sheet) -> Waiting.of(sheet, actor, this.words, locale))
						.toList());
			return "submission/approve";
		}
		List<String> leftOut = new ArrayList<>();
		for (Choice choice : choices) {
			approve(choice, waiting.get(choice.key()), actor, locale, leftOut);
		}
		int approved = choices.size() - leftOut.size();
		redirect.addFlashAttribute("flash",
				(approved > 0) ? "submission.flash.approved-forms" : "submission.flash.none-approved");
		redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(approved)));
		redirect.addFlashAttribute("leftOut", leftOut);
		return "redirect:/review";
	}

	private void approve(Choice choice, @Nullable Sheet sheet, Actor actor, Locale locale, List<String> leftOut) {
		String name = (sheet != null) ? this.words.form(sheet, locale) : choice.key().toString();
		try {
			this.submissions.approveUnmarked(choice.key(), choice.version(), actor);
		}
		catch (RefusedException ex) {
			leftOut.add(name + ": " + this.words.of(ex, locale));
		}
	}

	/**
	 * A form in the queue.
	 *
	 * @param marked rows about which something is unusual
	 * @param reasons what, and in how many rows
	 * @param own whether the one who asks entered or handed over some of it
	 */
	record Waiting(Sheet sheet, String name, int marked, List<Reason> reasons, boolean own) {

		static Waiting of(Sheet sheet, Actor actor, ReviewWords words, Locale locale) {
			Map<ReviewFlag.Code, Integer> counts = new TreeMap<>();
			sheet.rows()
				.forEach((row) -> sheet.flags(row)
					.stream()
					.map(ReviewFlag::code)
					.distinct()
					.forEach((code) -> counts.merge(code, 1, Integer::sum)));
			List<Reason> reasons = counts.entrySet()
				.stream()
				.map((count) -> new Reason(words.name(count.getKey(), locale), count.getValue()))
				.toList();
			return new Waiting(sheet, words.form(sheet, locale), sheet.marked().size(), reasons,
					sheet.submission().may(SubmissionStep.RETURN) && !sheet.submission().may(SubmissionStep.APPROVE));
		}

		public boolean approvable() {
			return this.marked == 0 && this.sheet.submission().may(SubmissionStep.APPROVE);
		}

		public String choice() {
			SubmissionKey key = this.sheet.key();
			return key.planId() + "/" + key.year() + "/" + key.period() + "/" + key.leadUnit() + "/"
					+ this.sheet.submission().version();
		}

	}

	record Reason(String name, int rows) {
	}

	private record Choice(SubmissionKey key, int version) {

		private static final int PARTS = 5;

		static Optional<Choice> read(String text) {
			String[] parts = text.split("/", -1);
			try {
				return (parts.length == PARTS)
						? Optional.of(new Choice(new SubmissionKey(Long.parseLong(parts[0]), Integer.parseInt(parts[1]),
								PeriodNames.require(parts[2]), parts[3]), Integer.parseInt(parts[4])))
						: Optional.empty();
			}
			catch (NumberFormatException ex) {
				return Optional.empty();
			}
		}

	}

}
