package vn.wardkpi.planimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.planimport.layout.Endings;
import vn.wardkpi.planimport.layout.RawGrid;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing on the paper disappears: every cell of every sheet and table of the real
 * annexes ends as a value, as text kept with a row, in what is listed as left out, or in
 * a question. Those in other layouts are held to it where they are read.
 */
@Transactional
class EveryCellEndsSomewhereTests extends IntegrationTest {

	private static final WardCode WARD = new WardCode("00613");

	private static final Path FILES = Path.of("src/test/resources/domain");

	@Autowired
	private PlanImport imports;

	@Test
	void noCellOfAnAnnexDisappears() throws IOException {
		List<String> lost = new ArrayList<>();
		int cells = 0;
		for (Path file : annexes()) {
			byte[] content = Files.readAllBytes(file);
			Proposal proposal = this.imports.propose(WARD, content, ImportOptions.NONE, TestAccounts.adminActor());
			List<RawGrid.RawCell> raw = RawGrid.of(content);
			cells += raw.size();
			new Endings(proposal).lost(raw).forEach((cell) -> lost.add(file.getFileName() + ": " + cell));
		}
		assertThat(lost).isEmpty();
		assertThat(cells).isGreaterThan(1500);
	}

	private static List<Path> annexes() throws IOException {
		List<Path> annexes = new ArrayList<>(List.of(FILES.resolve("plan-tu-liem.xlsx"),
				FILES.resolve("plan-tu-liem.docx"), FILES.resolve("plan-tu-liem.verbatim.tsv")));
		for (String folder : List.of("annexes", "office-files")) {
			try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
				files.filter((file) -> file.toString().matches(".*\\.(xlsx|docx|csv)")).sorted().forEach(annexes::add);
			}
		}
		return annexes;
	}

}
