package vn.wardkpi.reminder;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * Something a person is told.
 *
 * @param period of the form it is about; {@code null} for a verdict
 * @param leadUnit code of the form's lead unit
 * @param indicatorNo the indicator whose verdict it is about; {@code null} for a form
 * @param dueOn the deadline it reminds of
 * @param by username of who did it; {@code null} for the program
 */
public record Notice(long id, Kind kind, long planId, int year, @Nullable ReportingPeriod period,
		@Nullable String leadUnit, @Nullable String unitName, @Nullable String indicatorNo, @Nullable LocalDate dueOn,
		@Nullable String by, Instant createdAt, boolean read) {

	/** The page it is about. */
	public String address() {
		if (this.indicatorNo != null) {
			return "/plans/" + this.planId + "/indicators/" + this.indicatorNo;
		}
		String page = (this.kind == Kind.FORM_SUBMITTED) ? "/review/" : "/entry/";
		return "/plans/" + this.planId + page + this.year + "/" + this.period + "/" + this.leadUnit;
	}

	/**
	 * What it is about.
	 */
	public enum Kind {

		FORM_SUBMITTED, FORM_RETURNED, FORM_REOPENED, FORM_APPROVED, OVERRIDE_SET, OVERRIDE_REVOKED, DUE_SOON, LATE

	}

}
