package vn.wardkpi.planimport.annex;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.shared.Problem.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The annex of phường Từ Liêm, as the office's three files have it.
 */
class TuLiemAnnexTests {

	@ParameterizedTest
	@ValueSource(strings = { "plan-tu-liem.xlsx", "plan-tu-liem.docx", "plan-tu-liem.verbatim.tsv" })
	void printsEveryRowBackAsItStands(String file) {
		List<List<String>> printed = read("plan-tu-liem.verbatim.tsv").tables()
			.get(0)
			.rows()
			.stream()
			.map((row) -> row.cells().stream().map((cell) -> cell.line()).toList())
			.toList();
		Annex annex = annex(file);
		assertThat(annex.rows()).hasSize(27).allSatisfy((row) -> assertThat(printed).contains(row.source()));
		assertThat(annex.problems()).noneMatch((problem) -> problem.problem().severity() != Severity.INFO);
		assertThat(annex.fromYear()).isEqualTo(2026);
		assertThat(annex.toYear()).isEqualTo(2030);
		assertThat(annex.baselineYear()).isEqualTo(2025);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan-tu-liem.xlsx", "plan-tu-liem.docx", "plan-tu-liem.verbatim.tsv" })
	void understandsTheSameAsTheCanonicalFile(String file) {
		List<AnnexRow> canonical = annex("plan-tu-liem.csv").rows();
		List<AnnexRow> read = annex(file).rows();
		assertThat(texts(read)).isEqualTo(texts(canonical));
	}

	@Test
	void keepsTheOfficesOwnWordingOfNames() {
		List<String> canonical = annex("plan-tu-liem.csv").rows().stream().map(AnnexRow::name).toList();
		List<String> printed = annex("plan-tu-liem.xlsx").rows().stream().map(AnnexRow::name).toList();
		List<String> different = new ArrayList<>(printed);
		different.removeAll(canonical);
		assertThat(different).containsExactly(
				"Cán bộ, công chức viên chức được tập huấn, bồi dưỡng kiến thức, kỹ năng về chuyên đôi số",
				"Chi tiêu tuyển quân, nghĩa vụ công an nhân dân");
	}

	private static List<String> texts(List<AnnexRow> rows) {
		return rows.stream()
			.map((row) -> row.no() + " < " + row.parentNo() + " | " + row.unit() + " | " + withoutDash(row.baseline())
					+ " | " + withoutDash(row.party()) + " | " + withoutDash(row.period()) + " | "
					+ row.targets().entrySet().stream().map((e) -> e.getKey() + "=" + e.getValue().text()).toList()
					+ " | " + row.leadUnits())
			.toList();
	}

	private static String withoutDash(AnnexCell cell) {
		return (cell == null || cell.text().equals("-")) ? "" : cell.text();
	}

	static Annex annex(String file) {
		return new AnnexReader().read(read(file));
	}

	static SourceFile read(String file) {
		try (InputStream content = Objects
			.requireNonNull(TuLiemAnnexTests.class.getResourceAsStream("/domain/" + file))) {
			return SourceFile.read(content.readAllBytes());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
