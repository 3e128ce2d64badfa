package vn.wardkpi.submission.web.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.SubmissionSummary;
import vn.wardkpi.submission.sheet.Sheet;

/**
 * The page of one form, or of all forms of the one who enters, one below the other.
 *
 * @param open what is missing before a form can be handed over
 * @param confirm the form that is to be handed over with cells left empty, once that is
 * confirmed
 */
record SheetPage(SheetAddress address, LocalDate today, List<FormView> forms, List<OpenView> open,
		@Nullable Sheet confirm) {

	/**
	 * "2.1.explanation" is shown in the row of 2.1.
	 */
	static String anchor(FieldProblem field) {
		String name = field.field();
		if (name == null) {
			return "sheet";
		}
		int dot = name.lastIndexOf('.');
		return RowView.id(name.substring(0, Math.max(dot, 0))) + (name.endsWith(".explanation") ? "-cause" : "");
	}

	SheetPage confirming(Sheet sheet) {
		return new SheetPage(this.address, this.today, this.forms, this.open, sheet);
	}

	public List<RowView> rows() {
		return this.forms.stream().flatMap((form) -> form.rows().stream()).toList();
	}

	public boolean single() {
		return this.address.unit() != null;
	}

	public FormView first() {
		return this.forms.get(0);
	}

	public Columns columns() {
		return Columns.of(rows());
	}

	public boolean mayEnter() {
		return this.forms.stream().anyMatch((form) -> form.sheet().mayEnter());
	}

	boolean illustrative() {
		return first().sheet().plan().illustrative();
	}

	/**
	 * A form on its page.
	 *
	 * @param path where it is found alone
	 * @param daysLeft until the last day for handing it in, negative after it
	 * @param other what the lead unit enters on the form of the other plan of the year
	 */
	record FormView(Sheet sheet, List<RowView> rows, String path, Progress progress, boolean maySubmit,
			boolean mayTakeBack, long daysLeft, @Nullable SubmissionSummary other) {

		static FormView of(Sheet sheet, List<RowView> rows, LocalDate today, Map<String, SubmissionSummary> elsewhere) {
			return new FormView(sheet, rows, SheetAddress.of(sheet.key()).path(), Progress.of(sheet),
					sheet.submission().may(SubmissionStep.SUBMIT), sheet.submission().may(SubmissionStep.TAKE_BACK),
					sheet.window().daysLeft(today), elsewhere.get(sheet.key().leadUnit()));
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

		static Progress of(Sheet sheet) {
			return new Progress(sheet.key().leadUnit(), sheet.filled(), sheet.cells());
		}

	}

	/**
	 * Characters kept free behind the decimal mark of each column, and whether there is
	 * an earlier period to show.
	 */
	record Columns(int before, int earlier, int target, boolean hasEarlier) {

		static Columns of(List<RowView> rows) {
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
