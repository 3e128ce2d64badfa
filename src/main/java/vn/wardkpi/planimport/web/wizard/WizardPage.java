package vn.wardkpi.planimport.web.wizard;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planimport.web.wizard.TableView.Choice;

/**
 * The wizard as it is shown.
 *
 * @param summary one sentence of what will be stored
 * @param remarks what is only told
 * @param editor the row that is open
 * @param remembered columns that were named before and stand in this file again
 */
record WizardPage(String title, String summary, int counted, List<Question.Group> groups, int open, int errors,
		List<Remark> remarks, List<TableView> tables, @Nullable RowEditor editor, Settings settings,
		List<String> remembered, boolean inferred, @Nullable PlanSummary existing) {

	public boolean isStorable() {
		return this.open == 0 && this.existing == null;
	}

	/**
	 * @param row key of the row it is about, if it is about one
	 */
	record Remark(String where, String text, @Nullable String row) {
	}

	/**
	 * What holds of the plan as a whole.
	 *
	 * @param facts the same in a line
	 * @param decisionDate as it is typed; blank where none is known
	 * @param named the document that the file names, to be taken by a click
	 */
	record Settings(String facts, String title, List<Choice> fromYears, List<Choice> toYears, List<Issuer> issuers,
			Issuer issuer, String decisionNumber, String decisionDate, Question.@Nullable Option named) {
	}

}
