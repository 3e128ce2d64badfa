package vn.wardkpi.report.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.Actor;

/**
 * Reports of a province's wards on their way, with how far they have come.
 *
 * @param owner who asked for them
 * @param ownerName what the person is called
 * @param asOf the day as it is known on; {@code null} for the latest there is
 */
public record ReportBatch(UUID id, String owner, String ownerName, Instant createdAt, String province,
		String provinceName, int year, ReportKind kind, Issuer issuer, @Nullable LocalDate asOf, ReportFormat format,
		boolean cancelled, @Nullable Instant finishedAt, int wards, int waiting, int made, int notMade) {

	public Status status() {
		return (this.waiting == 0) ? Status.DONE : this.cancelled ? Status.STOPPED : Status.RUNNING;
	}

	/** Wards that need nothing more. */
	public int done() {
		return this.wards - this.waiting;
	}

	/** Whether there is anything to take along. */
	public boolean isReady() {
		return status() != Status.RUNNING && this.made > 0;
	}

	/**
	 * Whoever asked for it stops, resumes and discards it, and the province's
	 * administrators.
	 */
	public boolean isChangedBy(Actor actor) {
		return this.owner.equals(actor.username()) || actor.mayAdministerProvince(this.province);
	}

	/** What it is called in the record. */
	String called() {
		return this.province + " " + this.year + " " + this.kind + " " + this.format;
	}

	/**
	 * How far it is.
	 */
	public enum Status {

		RUNNING, STOPPED, DONE

	}

}
