package vn.wardkpi.submission.web.review;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.sheet.ReviewFlag;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.web.entry.RowView;

/**
 * One row of a form as its reviewer sees it.
 *
 * @param row as the clerk sees it
 * @param figure as people write it; {@code null} for none and for a person's word
 * @param noData why there is no figure, on purpose
 * @param marks what is unusual
 * @param decision of the present round, if any
 * @param returnable whether the one who asks can send it back now
 * @param ticked whether it is to be sent back
 * @param comment what is to be corrected, as typed
 */
record ReviewRow(RowView row, @Nullable String figure, @Nullable String noData, List<MarkView> marks,
		@Nullable RowDecision decision, boolean approvedAlready, boolean returnable, boolean ticked, String comment,
		List<Issuer> issuers) {

	static ReviewRow of(Sheet sheet, Sheet.Row row, ReviewForm.@Nullable RowForm typed, Function<Problem, String> words,
			Function<ReviewFlag, MarkView> marks) {
		StoredActual stored = row.stored();
		RowView view = RowView.of(row, null, null, words);
		List<Issuer> issuers = (row.isGroup() && row.checked() != null)
				? row.checked().judgements().keySet().stream().sorted().toList() : view.issuers();
		return new ReviewRow(view, (stored != null) ? RowView.written(stored.entry().figure(), row.indicator()) : null,
				(stored != null) ? stored.entry().noDataReason() : null, sheet.flags(row).stream().map(marks).toList(),
				row.decision(), row.isApprovedAlready(), row.may().contains(SubmissionStep.RETURN),
				typed != null && typed.isReturned(), (typed != null) ? typed.getComment() : "", issuers);
	}

	public boolean marked() {
		return !this.marks.isEmpty();
	}

	/** A name for the field of the row, which Spring binds by its number. */
	public String field() {
		return "rows[" + this.row.no() + "].";
	}

	/**
	 * @param text what is unusual, in a sentence; {@code null} where the name says it all
	 */
	record MarkView(ReviewFlag.Code code, String name, @Nullable String text) {
	}

}
