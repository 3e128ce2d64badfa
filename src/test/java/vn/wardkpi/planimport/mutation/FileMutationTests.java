package vn.wardkpi.planimport.mutation;

import java.io.IOException;
import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Annexes in files of every kind with one change at a time come out as the same plan, or
 * somebody is asked; where the layout alone is changed, as the same plan. The build tries
 * a part of the changes, {@code -Dmutations=all} all of them.
 */
@Transactional
class FileMutationTests extends IntegrationTest {

	private static final WardCode WARD = new WardCode("00613");

	/**
	 * Has no divisor in common with the number of changes, so that all have their turn.
	 */
	private static final int PART = 7;

	@Autowired
	private PlanImport imports;

	@ParameterizedTest
	@EnumSource
	void oneChangeMakesNoDifferenceThatNobodyIsAskedAbout(Kind kind) throws IOException {
		int step = "all".equals(System.getProperty("mutations")) ? 1 : PART;
		Mutations mutations = new Mutations(
				(content) -> this.imports.propose(WARD, content, ImportOptions.NONE, TestAccounts.adminActor()), step);
		kind.tries.accept(mutations);
		assertThat(mutations.silent()).as("different without a question").isEmpty();
		assertThat(mutations.refused()).as("refused").isEmpty();
		assertThat(mutations.spoiled()).as("another plan because of the layout").isEmpty();
		assertThat(mutations.tried()).as("files").isGreaterThan(5000 / step);
		assertThat(mutations.asked()).as("files with a question").isLessThan(mutations.tried() / 3);
	}

	enum Kind {

		WORKBOOK(Mutations::workbooks), DOCUMENT(Mutations::documents), TEXT(Mutations::texts);

		private final Consumer<Mutations> tries;

		Kind(Consumer<Mutations> tries) {
			this.tries = tries;
		}

	}

}
