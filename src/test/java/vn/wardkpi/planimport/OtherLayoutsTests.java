package vn.wardkpi.planimport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Annexes as other wards lay them out, each with what must come out of it.
 */
@Transactional
class OtherLayoutsTests extends IntegrationTest {

	/** A ward without any plan of its own. */
	private static final WardCode WARD = new WardCode("00613");

	@Autowired
	private PlanImport imports;

	@ParameterizedTest
	@ValueSource(strings = { "s01-six-months-before-estimate.xlsx", "s07-footer-in-first-column.xlsx",
			"s09-docx-continues-at-section.docx", "s11-docx-superscript-note.docx", "s20-csv-dot-three-decimals.csv",
			"s26-merged-total-over-years.xlsx", "s28-bracket-numbers.xlsx", "s34d-name-heading.xlsx",
			"s35-unit-heading-dv.xlsx", "s44-increase-decrease-column.xlsx", "t01-number-twice.xlsx",
			"t05-units-trieu-consistent.xlsx", "t07-unmarked-sections.xlsx", "t11-heading-merged-two-columns.xlsx",
			"t12-text-in-title-period.xlsx", "u04-space-groups.xlsx", "u15-five-years-and-until-2030.xlsx",
			"v01-docx-auto-number-small.docx", "v02-percent-fraction-mixed.xlsx", "v03-average-rate-per-year.xlsx",
			"v04-word-row-in-heading.xlsx" })
	void comesOutRightOrIsAskedAbout(String file) throws IOException {
		try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream("/domain/annexes/" + file))) {
			assertThat(ExpectedAnnex.of(file.substring(0, file.lastIndexOf('.')))
				.differences(this.imports.propose(WARD, content.readAllBytes(), ImportOptions.NONE,
						TestAccounts.adminActor())))
				.isEmpty();
		}
	}

	/**
	 * Single traps, as {@code office-files/EXPECTED.tsv} lists them.
	 * @param errors whether nothing may be stored
	 * @param row where a question must stand
	 * @param targets what the first row must have in 2026 and 2027
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			dup-number.xlsx                  | true  | import-number-twice  | 3 | -
			dup-number.csv                   | true  | import-number-twice  | 4 | -
			table-in-text-box.docx           | false | -                    | 0 | AT_LEAST 25, AT_LEAST 26
			superscript.xlsx                 | false | import-note-mark     | 2 | AT_LEAST 25, AT_LEAST 26
			superscript.docx                 | false | import-note-mark     | 2 | AT_LEAST 25, AT_LEAST 26
			strike.xlsx                      | false | import-struck-text   | 2 | AT_LEAST 25, AT_LEAST 26
			strike.docx                      | false | import-struck-text   | 2 | AT_LEAST 25, AT_LEAST 26
			hidden-text.docx                 | false | import-hidden-text   | 2 | AT_LEAST 25, AT_LEAST 26
			symbol-less-than.docx            | false | -                    | 0 | AT_LEAST 25, AT_LEAST 26
			symbol-at-most-on-higher.docx    | false | target-below-baseline | 2 | AT_MOST 25, AT_MOST 26
			moved-from.docx                  | false | import-tracked-change | 2 | AT_LEAST 25, AT_LEAST 26
			row-marked-deleted.docx          | false | import-deleted-row   | 4 | AT_LEAST 25, AT_LEAST 26
			fraction-general.xlsx            | false | target-fraction      | 2 | AT_LEAST 0.955, AT_LEAST 0.96
			comma-with-unquoted-decimals.csv | true  | import-row-longer    | 3 | -
			unclosed-quote.csv               | true  | import-quote-open    | 3 | -
			one-row-longer.csv               | true  | import-row-longer    | 9 | -
			target-141-percent.csv           | false | target-above-whole   | 2 | AT_LEAST 141, AT_LEAST 95
			true-cell.xlsx                   | true  | target-unclear       | 2 | -
			strict.xlsx                      | false | -                    | 0 | AT_LEAST 25, AT_LEAST 26
			row-of-height-0.xlsx             | false | import-hidden-row    | 3 | AT_LEAST 25, AT_LEAST 26
			automatic-numbers.docx           | false | -                    | 0 | AT_LEAST 25, AT_LEAST 26
			windows-1258.csv                 | false | -                    | 0 | AT_MOST 1.4, AT_MOST 1.3
			""")
	void readsWhatIsSeenAndAsksTheRest(String file, boolean errors, @Nullable String code, int row,
			@Nullable String targets) throws IOException {
		try (InputStream content = Objects
			.requireNonNull(getClass().getResourceAsStream("/domain/office-files/" + file))) {
			Proposal proposal = this.imports.propose(WARD, content.readAllBytes(), ImportOptions.NONE,
					TestAccounts.adminActor());
			assertThat(proposal.hasErrors()).isEqualTo(errors);
			if (code != null) {
				assertThat(proposal.problems()).anySatisfy((problem) -> {
					assertThat(problem.problem().code()).isEqualTo(code);
					assertThat(problem.place().row()).isEqualTo(row);
				});
			}
			if (targets != null) {
				assertThat(proposal.rows().get(0).indicator().targets().stream().limit(2))
					.extracting((target) -> target.comparator() + " " + target.value())
					.containsExactly(targets.split(", "));
			}
		}
	}

}
