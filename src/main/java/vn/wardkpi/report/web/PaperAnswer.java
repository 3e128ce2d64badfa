package vn.wardkpi.report.web;

import java.time.LocalDate;
import java.util.List;

import vn.wardkpi.report.archive.Agreement;

/**
 * Whether a paper agrees with the record, as the API says it.
 *
 * @param asOf the day on which it was compared
 * @param madeAgain whether the record, as it was known when the report was made, says
 * today what it said then
 */
record PaperAnswer(String code, long planId, boolean agrees, LocalDate asOf, boolean madeAgain,
		List<Agreement.Change> changes) {

	static PaperAnswer of(Agreement agreement) {
		return new PaperAnswer(agreement.report().printedCode(), agreement.plan().id(), agreement.agrees(),
				agreement.asOf(), agreement.madeAgain(), agreement.changes());
	}

}
