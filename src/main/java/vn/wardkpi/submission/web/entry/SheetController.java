package vn.wardkpi.submission.web.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.entry.CellOutcome;
import vn.wardkpi.submission.entry.EntryService;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.Periods;

/**
 * The sheet of one form, or of all forms of the one who enters, one below the other.
 */
@Controller
class SheetController {

	private static final String ALL = "/plans/{id}/entry/{year}/{period}";

	private static final String ONE = ALL + "/{leadUnit}";

	private static final String PAGE = "submission/sheet";

	private final SheetReader sheets;

	private final EntryService figures;

	private final SubmissionService submissions;

	private final MessageSource messages;

	private final Clock clock;

	SheetController(SheetReader sheets, EntryService figures, SubmissionService submissions, MessageSource messages,
			Clock clock) {
		this.sheets = sheets;
		this.figures = figures;
		this.submissions = submissions;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping(ALL)
	String all(@PathVariable long id, @PathVariable int year, @PathVariable String period, Actor actor, Locale locale,
			Model model) {
		Address address = new Address(id, year, Periods.require(period), null);
		show(read(address, actor), address, Typed.NOTHING, locale, model);
		return PAGE;
	}

	@GetMapping(ONE)
	String one(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, Actor actor, Locale locale, Model model) {
		Address address = new Address(id, year, Periods.require(period), leadUnit);
		show(read(address, actor), address, Typed.NOTHING, locale, model);
		return PAGE;
	}

	/**
	 * Saves what can be saved of all forms; see {@link #saveOne}.
	 * @param action {@code save}, or {@code submit} or {@code submit-anyway} with the
	 * lead unit whose form is handed over: "submit:van-hoa"
	 */
	@PostMapping(ALL)
	String saveAll(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@ModelAttribute SheetForm form, @RequestParam(defaultValue = "save") String action,
			@RequestParam(required = false) @Nullable String use, @RequestParam(required = false) @Nullable String keep,
			@RequestParam(required = false) @Nullable String take,
			@RequestParam(required = false) @Nullable String carry, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		Address address = new Address(id, year, Periods.require(period), null);
		decide(form, use, keep, take);
		carry(address, form, carry, actor);
		return save(address, form, Action.of(action), actor, locale, model, redirect, response);
	}

	/**
	 * Saves what can be saved of the form; with {@code action=submit} also hands it over.
	 * Works without JavaScript.
	 * @param use a suggestion taken, as "2.1|value|86,6"
	 * @param keep the indicator whose value is kept though somebody else changed it
	 * @param take the indicator whose value is given up for somebody else's
	 * @param carry the indicator whose earlier explanation is taken over
	 */
	@PostMapping(ONE)
	String saveOne(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @ModelAttribute SheetForm form,
			@RequestParam(defaultValue = "save") String action, @RequestParam(required = false) @Nullable String use,
			@RequestParam(required = false) @Nullable String keep,
			@RequestParam(required = false) @Nullable String take,
			@RequestParam(required = false) @Nullable String carry, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		Address address = new Address(id, year, Periods.require(period), leadUnit);
		decide(form, use, keep, take);
		carry(address, form, carry, actor);
		return save(address, form, new Action(Action.of(action).name(), leadUnit), actor, locale, model, redirect,
				response);
	}

	private String save(Address address, SheetForm form, Action action, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		Map<String, CellOutcome> outcomes = store(address, form, actor);
		boolean collided = outcomes.values().stream().anyMatch(CellOutcome.Collided.class::isInstance);
		boolean refused = outcomes.values().stream().anyMatch(CellOutcome.Refused.class::isInstance);
		if (collided || refused) {
			response.setStatus((collided ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
			show(read(address, actor), address, new Typed(form, outcomes, List.of()), locale, model);
			return PAGE;
		}
		if (action.isSubmission()) {
			SubmissionKey key = address.form(action.unit());
			Sheet sheet = this.sheets.require(key, actor);
			if (!sheet.empty().isEmpty() && sheet.filled() > 0 && sheet.unexplained().isEmpty() && !action.isAnyway()) {
				show(read(address, actor), address, Typed.NOTHING, locale, model);
				model.addAttribute("confirm", sheet);
				return PAGE;
			}
			try {
				this.submissions.submit(key, actor);
			}
			catch (RefusedException ex) {
				if (ex.kind() != Kind.INVALID) {
					throw ex;
				}
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				show(read(address, actor), address, new Typed(new SheetForm(), Map.of(), ex.fields()), locale, model);
				return PAGE;
			}
			redirect.addFlashAttribute("flash", "actual.flash.submitted");
		}
		else {
			long saved = outcomes.values().stream().filter(CellOutcome.Saved.class::isInstance).count();
			redirect.addFlashAttribute("flash", (saved > 0) ? "actual.flash.saved" : "actual.flash.unchanged");
			redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(saved)));
		}
		return "redirect:" + address.path();
	}

	/**
	 * Saves one cell as it is left and says what came of it.
	 */
	@PostMapping(ONE + "/cells/{no}")
	String saveCell(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @PathVariable String no, @ModelAttribute SheetForm form, Actor actor,
			Locale locale, Model model) {
		SubmissionKey key = new SubmissionKey(id, year, Periods.require(period), leadUnit);
		SheetForm.CellForm cell = form.getCells().getOrDefault(no, new SheetForm.CellForm());
		EntryService.SavedCell saved = this.figures.enterCell(key, cell.typed(no), actor);
		model.addAttribute("row", RowView.of(saved.row(), cell, saved.outcome(), (problem) -> words(problem, locale)));
		model.addAttribute("progress", new Progress(leadUnit, saved.answered(), saved.cells()));
		return PAGE + " :: saved";
	}

	/**
	 * Says what a cell would come to while it is being typed; stores nothing.
	 */
	@PostMapping(ONE + "/cells/{no}/preview")
	String preview(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @PathVariable String no, @ModelAttribute SheetForm form, Actor actor,
			Locale locale, Model model) {
		SubmissionKey key = new SubmissionKey(id, year, Periods.require(period), leadUnit);
		SheetForm.CellForm cell = form.getCells().getOrDefault(no, new SheetForm.CellForm());
		EntryService.Preview preview = this.figures.preview(key, cell.typed(no), actor);
		model.addAttribute("no", no);
		model.addAttribute("id", RowView.id(no));
		model.addAttribute("verdicts", RowView.verdicts(preview.checked()));
		model.addAttribute("problems", RowView.views(preview.problems(), (problem) -> words(problem, locale)));
		return PAGE + " :: preview";
	}

	private List<Sheet> read(Address address, Actor actor) {
		String unit = address.unit();
		return (unit != null) ? List.of(this.sheets.require(address.form(unit), actor))
				: this.sheets.all(address.planId(), address.year(), address.period(), actor);
	}

	private Map<String, CellOutcome> store(Address address, SheetForm form, Actor actor) {
		String unit = address.unit();
		if (unit != null) {
			return this.figures.enterAll(address.form(unit), typed(form), actor);
		}
		List<Sheet> open = read(address, actor).stream().filter(Sheet::mayEnter).toList();
		if (open.isEmpty()) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.enter");
		}
		Map<String, CellOutcome> outcomes = new HashMap<>();
		for (Sheet sheet : open) {
			Set<String> own = sheet.rows().stream().map(Sheet.Row::no).collect(Collectors.toSet());
			List<EntryService.TypedCell> cells = typed(form).stream()
				.filter((cell) -> own.contains(cell.no()))
				.toList();
			if (!cells.isEmpty()) {
				outcomes.putAll(this.figures.enterAll(sheet.key(), cells, actor));
			}
		}
		return outcomes;
	}

	private static List<EntryService.TypedCell> typed(SheetForm form) {
		List<EntryService.TypedCell> typed = new ArrayList<>();
		form.getCells().forEach((no, cell) -> typed.add(cell.typed(no)));
		return typed;
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

	private void carry(Address address, SheetForm form, @Nullable String carry, Actor actor) {
		SheetForm.CellForm cell = (carry != null) ? form.getCells().get(carry) : null;
		if (cell != null) {
			read(address, actor).stream()
				.flatMap((sheet) -> sheet.rows().stream())
				.filter((row) -> row.no().equals(carry))
				.map(Sheet.Row::explanation)
				.filter(Objects::nonNull)
				.forEach(cell::explainAs);
		}
	}

	private void show(List<Sheet> sheets, Address address, Typed typed, Locale locale, Model model) {
		LocalDate today = LocalDate.now(this.clock);
		List<FormView> forms = sheets.stream()
			.map((sheet) -> FormView.of(sheet, views(sheet, typed, locale), today))
			.toList();
		Sheet first = sheets.get(0);
		model.addAttribute("forms", forms);
		model.addAttribute("rows", forms.stream().flatMap((form) -> form.rows().stream()).toList());
		model.addAttribute("first", first);
		model.addAttribute("single", address.unit() != null);
		model.addAttribute("address", address);
		model.addAttribute("columns", Columns.of(forms));
		model.addAttribute("mayEnter", sheets.stream().anyMatch(Sheet::mayEnter));
		model.addAttribute("open",
				typed.open()
					.stream()
					.map((field) -> new OpenView(anchor(field), words(field.problem(), locale)))
					.toList());
		model.addAttribute("illustrative", first.plan().illustrative());
	}

	private List<RowView> views(Sheet sheet, Typed typed, Locale locale) {
		return sheet.rows()
			.stream()
			.map((row) -> RowView.of(row, typed.form().getCells().get(row.no()), typed.outcomes().get(row.no()),
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
		return RowView.id(name.substring(0, Math.max(dot, 0))) + (name.endsWith(".explanation") ? "-cause" : "");
	}

	private String words(Problem problem, Locale locale) {
		return this.messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

	/**
	 * @param unit code of the lead unit, {@code null} for all forms on one page
	 */
	record Address(long planId, int year, ReportingPeriod period, @Nullable String unit) {

		SubmissionKey form(String leadUnit) {
			return new SubmissionKey(this.planId, this.year, this.period, leadUnit);
		}

		public String path() {
			String all = "/plans/" + this.planId + "/entry/" + this.year + "/" + this.period;
			return (this.unit != null) ? all + "/" + this.unit : all;
		}

	}

	/**
	 * What is asked for with the whole sheet.
	 */
	record Action(String name, String unit) {

		public static Action of(String text) {
			int colon = text.indexOf(':');
			return (colon < 0) ? new Action(text, "") : new Action(text.substring(0, colon), text.substring(colon + 1));
		}

		boolean isSubmission() {
			return this.name.startsWith("submit");
		}

		boolean isAnyway() {
			return this.name.equals("submit-anyway");
		}

	}

	/**
	 * What was sent and what became of it.
	 *
	 * @param open what is missing before a form can be handed over
	 */
	private record Typed(SheetForm form, Map<String, CellOutcome> outcomes, List<FieldProblem> open) {

		static final Typed NOTHING = new Typed(new SheetForm(), Map.of(), List.of());

	}

	/**
	 * A form on its page.
	 *
	 * @param path where it is found alone
	 * @param daysLeft until the last day for handing it in, negative after it
	 */
	record FormView(Sheet sheet, List<RowView> rows, String path, Progress progress, boolean maySubmit, long daysLeft) {

		public static FormView of(Sheet sheet, List<RowView> rows, LocalDate today) {
			SubmissionKey key = sheet.key();
			Address address = new Address(key.planId(), key.year(), key.period(), key.leadUnit());
			return new FormView(sheet, rows, address.path(), Progress.of(sheet),
					sheet.submission().may(SubmissionStep.SUBMIT), sheet.window().daysLeft(today));
		}

		/** Whether its day for handing in still means something to its lead unit. */
		public boolean isDue() {
			SubmissionStatus status = this.sheet.submission().status();
			return status == SubmissionStatus.DRAFT || status == SubmissionStatus.RETURNED;
		}

		public long daysLate() {
			return -this.daysLeft;
		}

	}

	/**
	 * How far a form is: cells that have been dealt with.
	 */
	record Progress(String unit, long answered, long cells) {

		public static Progress of(Sheet sheet) {
			return new Progress(sheet.key().leadUnit(), sheet.filled(), sheet.cells());
		}

	}

	/**
	 * Characters kept free behind the decimal mark of each column, and whether there is
	 * an earlier period to show.
	 */
	record Columns(int before, int earlier, int target, boolean hasEarlier) {

		public static Columns of(List<FormView> forms) {
			List<RowView> rows = forms.stream().flatMap((form) -> form.rows().stream()).toList();
			return new Columns(AlignedText.room(rows.stream().map(RowView::beforeAligned).toList()),
					AlignedText.room(rows.stream().map(RowView::earlierAligned).toList()),
					AlignedText.room(rows.stream()
						.flatMap((row) -> row.targets().stream())
						.map(RowView.TargetView::aligned)
						.toList()),
					rows.stream().anyMatch((row) -> row.earlier() != null));
		}

		/** How many there are. */
		public int count() {
			return this.hasEarlier ? 8 : 7;
		}

	}

	/**
	 * @param anchor the element that the problem is about
	 */
	record OpenView(String anchor, String message) {
	}

}
