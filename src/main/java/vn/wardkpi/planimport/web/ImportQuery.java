package vn.wardkpi.planimport.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.format.annotation.DateTimeFormat;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What a program says of an annex beside the file.
 *
 * @param mapping JSON, as an answer's {@code mapping}
 * @param adopt {@code false} where the plan stays a draft though its decision is named
 * @param replace id of the plan whose place it takes
 */
record ImportQuery(@Nullable String title, @Nullable Integer fromYear, @Nullable Integer toYear,
		@Nullable Issuer issuer, @Nullable String decisionNumber,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate decisionDate, @Nullable String mapping,
		@Nullable Boolean adopt, @Nullable Long replace) {

	/**
	 * An annex whose decision is named by number and date is adopted by it.
	 */
	boolean adopts() {
		return this.decisionNumber != null && !this.decisionNumber.isBlank() && this.decisionDate != null
				&& !Boolean.FALSE.equals(this.adopt);
	}

	/**
	 * @throws RefusedException INVALID naming each text that is too long, or if the
	 * mapping is none
	 */
	ImportOptions options(JsonMapper json) {
		List<FieldProblem> tooLong = Stream
			.of(FreeText.NAME.problemAt("title", this.title),
					FreeText.NAME.problemAt("decisionNumber", this.decisionNumber))
			.flatMap(Optional::stream)
			.toList();
		if (!tooLong.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), tooLong);
		}
		return new ImportOptions(this.title, this.fromYear, this.toYear, this.issuer, this.decisionNumber,
				this.decisionDate, tables(json));
	}

	private @Nullable TableMapping tables(JsonMapper json) {
		if (this.mapping == null || this.mapping.isBlank()) {
			return null;
		}
		try {
			return json.readValue(this.mapping, TableMapping.class);
		}
		catch (JacksonException ex) {
			RefusedException refusal = new RefusedException(Kind.INVALID, "import.mapping-unreadable");
			refusal.initCause(ex);
			throw refusal;
		}
	}

}
