package vn.wardkpi.planimport.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.layout.Layouts.Layout;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.WardCode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Annexes in other layouts than those of the test data, each drawn once and written as
 * every kind of file that can hold it: all indicators, all figures and all questions.
 */
@Transactional
class LayoutTests extends IntegrationTest {

	private static final WardCode WARD = new WardCode("00613");

	@Autowired
	private PlanImport imports;

	static Stream<Layout> layouts() {
		return Layouts.all("annexes.txt").stream();
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void comesOutRightOrIsAskedAbout(Layout layout) {
		layout.files().forEach((kind, file) -> {
			Proposal proposal = this.imports.propose(WARD, file, ImportOptions.NONE, TestAccounts.adminActor());
			assertThat(PlanText.of(proposal)).as(kind).isEqualTo(layout.plan());
			assertThat(PlanText.questions(proposal)).as(kind).isEqualTo(layout.questions());
			assertThat(lost(proposal, file)).as(kind).isEmpty();
			PlanDraft draft = proposal.draft();
			if (!layout.years().isEmpty() && draft != null) {
				assertThat(List.of(draft.fromYear(), draft.toYear())).as(kind).isEqualTo(layout.years());
			}
		});
	}

	/** Cells that ended nowhere; where nothing is read, the refusal stands for all. */
	private static List<RawGrid.RawCell> lost(Proposal proposal, byte[] file) {
		try {
			return (proposal.draft() == null) ? List.of() : new Endings(proposal).lost(RawGrid.of(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
