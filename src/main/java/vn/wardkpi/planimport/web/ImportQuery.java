package vn.wardkpi.planimport.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.proposal.ImportOptions;

/**
 * What a program says of an annex beside the file.
 */
record ImportQuery(@Nullable String title, @Nullable Integer fromYear, @Nullable Integer toYear,
		@Nullable Issuer issuer, @Nullable String decisionNumber,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate decisionDate) {

	ImportOptions options() {
		return new ImportOptions(this.title, this.fromYear, this.toYear, this.issuer, this.decisionNumber,
				this.decisionDate);
	}

}
