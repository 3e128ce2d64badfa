package vn.wardkpi.submission.web.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.evidence.EvidenceCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.SubmissionSummaries;
import vn.wardkpi.submission.SubmissionView;
import vn.wardkpi.submission.review.CommentTemplates;
import vn.wardkpi.submission.sheet.OtherForms;
import vn.wardkpi.submission.sheet.ReviewFlag;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;

/**
 * Puts the page of a form under review together.
 */
@Component
class ReviewPages {

	private static final String ANNEX = "annex";

	private final SheetReader sheets;

	private final SubmissionSummaries summaries;

	private final EvidenceCatalog evidence;

	private final CommentTemplates templates;

	private final OtherForms others;

	private final ReviewWords words;

	ReviewPages(SheetReader sheets, SubmissionSummaries summaries, EvidenceCatalog evidence, CommentTemplates templates,
			OtherForms others, ReviewWords words) {
		this.sheets = sheets;
		this.summaries = summaries;
		this.evidence = evidence;
		this.templates = templates;
		this.others = others;
		this.words = words;
	}

	ModelAndView show(Decision decision) {
		return page(decision, List.of(), "");
	}

	/**
	 * The form as it stands now, with what was typed and why it was refused.
	 */
	ModelAndView refused(Decision decision, RefusedException why) {
		ModelAndView page = page(decision, refusals(why, decision),
				(why.kind() == Kind.CONFLICT) ? decision.form().getState() : "");
		page.setStatus(HttpStatusCode.valueOf(why.kind().status()));
		return page;
	}

	private ModelAndView page(Decision decision, List<Refusal> refusals, String seenState) {
		SubmissionKey key = decision.key();
		Actor actor = decision.actor();
		Locale locale = decision.locale();
		Sheet sheet = this.sheets.require(key, actor);
		SubmissionView submission = sheet.submission();
		WardCode ward = sheet.plan().wardCode();
		boolean annex = decision.form().getOrder().equals(ANNEX);
		List<ReviewRow> rows = rows(sheet, decision.form(), locale);
		List<ReviewRow> marked = rows.stream().filter(ReviewRow::marked).toList();
		boolean mayApprove = submission.may(SubmissionStep.APPROVE);
		boolean mayReturn = submission.may(SubmissionStep.RETURN);
		boolean reviews = actor.mayReview(ward);
		return new ModelAndView("submission/review").addObject("sheet", sheet)
			.addObject("parts", parts(rows, marked, annex))
			.addObject("markedCount", marked.size())
			.addObject("annex", annex)
			.addObject("evidence", this.evidence.of(key.planId(), key.year(), key.period(), true))
			.addObject("form", decision.form())
			.addObject("other", this.others.of(List.of(sheet), actor).get(key.leadUnit()))
			.addObject("reason", decision.form().getReason())
			.addObject("typed", decision.override())
			.addObject("refusals", refusals)
			.addObject("seenState", seenState)
			.addObject("state", this.words.state(sheet, locale))
			.addObject("mayApprove", mayApprove)
			.addObject("mayReturn", mayReturn)
			.addObject("templates", mayReturn ? this.templates.of(ward) : List.of())
			.addObject("mayReopen", submission.may(SubmissionStep.REOPEN))
			.addObject("own", submission.status() == SubmissionStatus.SUBMITTED && mayReturn && !mayApprove)
			.addObject("mayOverride", reviews)
			.addObject("outcomes", List.of(Verdict.EXCEEDED, Verdict.MET, Verdict.NOT_MET))
			.addObject("neighbours",
					reviews ? Neighbours.of(key, this.summaries.waitingKeys(ward, actor)) : Neighbours.NONE)
			.addObject("today", this.words.today())
			.addObject("illustrative", sheet.plan().illustrative());
	}

	/**
	 * Where a reviewer goes on to: the form that waits after this one, else the first
	 * other one.
	 */
	Optional<SubmissionKey> next(SubmissionKey key, Actor actor) {
		List<SubmissionKey> waiting = this.summaries.waitingKeys(this.sheets.require(key, actor).plan().wardCode(),
				actor);
		int at = waiting.indexOf(key);
		return Stream.concat(waiting.stream().skip(at + 1L), waiting.stream())
			.filter((other) -> !other.equals(key))
			.findFirst();
	}

	private static List<Part> parts(List<ReviewRow> rows, List<ReviewRow> marked, boolean annex) {
		if (annex) {
			return List.of(new Part("", rows));
		}
		List<ReviewRow> plain = rows.stream().filter((row) -> !row.marked()).toList();
		return Stream.of(new Part("marked", marked), new Part("plain", plain))
			.filter((part) -> !part.rows().isEmpty())
			.toList();
	}

	private List<ReviewRow> rows(Sheet sheet, ReviewForm form, Locale locale) {
		Function<Problem, String> words = (problem) -> this.words.of(problem, locale);
		Function<ReviewFlag, ReviewRow.MarkView> marks = (mark) -> this.words.of(mark, locale);
		return sheet.rows()
			.stream()
			.map((row) -> ReviewRow.of(sheet, row, form.getRows().get(row.no()), words, marks))
			.toList();
	}

	private List<Refusal> refusals(RefusedException why, Decision decision) {
		if (why.fields().isEmpty()) {
			return List.of(new Refusal("", "review", this.words.of(why, decision.locale())));
		}
		return why.fields().stream().map((field) -> {
			String name = (field.field() != null) ? field.field() : "";
			return new Refusal(name, anchor(name, decision.override()),
					this.words.of(field.problem(), decision.locale()));
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

	/**
	 * What somebody decides on a form, as typed, and who.
	 */
	record Decision(SubmissionKey key, ReviewForm form, OverrideForm override, Actor actor, Locale locale) {

		static Decision of(SubmissionKey key, ReviewForm form, Actor actor, Locale locale) {
			return new Decision(key, form, OverrideForm.NONE, actor, locale);
		}

		static Decision of(SubmissionKey key, OverrideForm override, Actor actor, Locale locale) {
			return new Decision(key, new ReviewForm(), override, actor, locale);
		}

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
