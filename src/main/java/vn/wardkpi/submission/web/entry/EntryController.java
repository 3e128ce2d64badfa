package vn.wardkpi.submission.web.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionSummaries;
import vn.wardkpi.submission.SubmissionSummary;
import vn.wardkpi.submission.due.DueSubmission;
import vn.wardkpi.submission.due.DueSubmission.State;
import vn.wardkpi.submission.due.DueSubmissions;
import vn.wardkpi.submission.web.Periods;

/**
 * An official's list of forms: what came back and why, what is due when, and the rest.
 */
@Controller
class EntryController {

	private final DueSubmissions due;

	private final SubmissionSummaries submissions;

	private final Clock clock;

	EntryController(DueSubmissions due, SubmissionSummaries submissions, Clock clock) {
		this.due = due;
		this.submissions = submissions;
		this.clock = clock;
	}

	@GetMapping("/entry")
	String list(@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(required = false) @Nullable ReportingPeriod period, Actor actor, Model model) {
		WardCode ward = Periods.ward(actor);
		DueSubmissions.Due asked = this.due.of(ward, LocalDate.now(this.clock), actor);
		Predicate<SubmissionSummary> mine = (form) -> actor.mayEnter(ward, form.unitCodes());
		List<DueSubmission> open = asked.forms()
			.stream()
			.filter((one) -> one.state().isOpen() && mine.test(one.form()))
			.toList();
		Set<SubmissionKey> shown = open.stream().map((one) -> one.form().key()).collect(Collectors.toSet());
		Periods.Choice choice = Periods.choose(asked.calendar(), asked.years(), year, period, asked.today());
		model.addAttribute("choice", choice);
		model.addAttribute("due", open);
		model.addAttribute("returned", in(State.RETURNED, open));
		model.addAttribute("late", in(State.LATE, open));
		model.addAttribute("open", in(State.DUE, open));
		model.addAttribute("next", asked.calendar().next(asked.years(), asked.today()).orElse(null));
		model.addAttribute("begun",
				asked.begun()
					.stream()
					.filter((form) -> form.status() != SubmissionStatus.APPROVED && mine.test(form)
							&& !shown.contains(form.key()))
					.toList());
		List<SubmissionSummary> forms = this.submissions.forms(ward, choice.year(), choice.period(), actor)
			.stream()
			.filter(mine)
			.toList();
		model.addAttribute("forms", forms);
		model.addAttribute("several", ofPlansWithSeveral(forms));
		return "submission/list";
	}

	/** Of each plan with several of these forms the first. */
	private static List<SubmissionSummary> ofPlansWithSeveral(List<SubmissionSummary> forms) {
		Map<Long, List<SubmissionSummary>> plans = forms.stream()
			.collect(Collectors.groupingBy((form) -> form.key().planId(), LinkedHashMap::new, Collectors.toList()));
		return plans.values().stream().filter((of) -> of.size() > 1).map((of) -> of.get(0)).toList();
	}

	private static List<DueSubmission> in(State state, List<DueSubmission> forms) {
		return forms.stream().filter((one) -> one.state() == state).toList();
	}

}
