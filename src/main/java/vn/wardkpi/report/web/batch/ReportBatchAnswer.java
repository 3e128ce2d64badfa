package vn.wardkpi.report.web.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.job.BatchWard;
import vn.wardkpi.report.job.ReportBatch;
import vn.wardkpi.report.job.WardState;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Reports of many wards as the API shows them.
 *
 * @param province code of the province whose wards they are of
 * @param asOf the day as it is known on; {@code null} for the latest there is
 * @param done wards that need nothing more
 * @param reports every ward, by its code
 */
record ReportBatchAnswer(UUID id, String owner, Instant createdAt, String province, int year, ReportKind kind,
		Issuer issuer, @Nullable LocalDate asOf, String format, ReportBatch.Status status, @Nullable Instant finishedAt,
		int wards, int done, int made, int notMade, List<WardReport> reports) {

	static ReportBatchAnswer of(ReportBatch batch, List<BatchWard> wards, ProblemMessages messages) {
		return new ReportBatchAnswer(batch.id(), batch.owner(), batch.createdAt(), batch.province(), batch.year(),
				batch.kind(), batch.issuer(), batch.asOf(), batch.format().ending(), batch.status(), batch.finishedAt(),
				batch.wards(), batch.done(), batch.made(), batch.notMade(),
				wards.stream().map((ward) -> WardReport.of(ward, messages)).toList());
	}

	/**
	 * @param file its name in the ZIP; {@code null} as long as there is none
	 * @param reason why there is none, in words
	 */
	record WardReport(String wardCode, WardState state, @Nullable String file, @Nullable String reason) {

		static WardReport of(BatchWard ward, ProblemMessages messages) {
			return new WardReport(ward.wardCode(), ward.state(), ward.fileName(),
					(ward.reason() != null) ? messages.message(ward.reason()) : null);
		}

	}

}
