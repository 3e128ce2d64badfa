package vn.wardkpi.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * LibreOffice opens the document and the workbook without repair. Where it is not
 * installed, or only in part (Writer without Calc), this is said and left out: it is no
 * part of a build machine.
 */
class OfficeConversionTests extends DashboardTest {

	@Test
	void anOfficeOpensTheDocumentAndTheWorkbook(@TempDir Path folder) throws IOException, InterruptedException {
		Path office = office(folder);
		long plan = aPlan(1);
		approveYear(plan, 1);
		Path word = Files.write(folder.resolve("word.docx"), file(plan, "docx"));
		Path workbook = Files.write(folder.resolve("excel.xlsx"), file(plan, "xlsx"));
		convert(office, folder, word, workbook);
		// Letters with marks come from whatever font the machine has, figures from every
		// one.
		assertThat(text(folder.resolve("word.pdf"))).contains("18/22", "BHYT", "10.519,0", "/BC-UBND", "./.");
		assertThat(text(folder.resolve("excel.pdf"))).contains("10.519,0", "BHYT");
	}

	private static void convert(Path office, Path folder, Path... files) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Stream.concat(Stream.of(office.toString(), "--headless", "--norestore",
				"-env:UserInstallation=" + folder.resolve("profile").toUri(), "--convert-to", "pdf", "--outdir",
				folder.toString()), Stream.of(files).map(Path::toString))
			.toList()).redirectErrorStream(true).redirectOutput(folder.resolve("office.log").toFile()).start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
		assertThat(process.exitValue()).as(Files.readString(folder.resolve("office.log"))).isZero();
	}

	private static Path office(Path folder) throws IOException, InterruptedException {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		Optional<Path> found = Stream.of(path.split(File.pathSeparator))
			.map((place) -> Path.of(place, "soffice"))
			.filter(Files::isExecutable)
			.findFirst();
		if (found.isEmpty()) {
			abort("no soffice found");
		}
		// A part that is missing ends with code 0 and no file. Files of plain text and
		// of commas tell which parts there are, whatever ours look like.
		Path text = Files.writeString(folder.resolve("writer.txt"), "1");
		Path table = Files.writeString(folder.resolve("calc.csv"), "1,2");
		convert(found.get(), folder, text, table);
		if (!Files.exists(folder.resolve("writer.pdf")) || !Files.exists(folder.resolve("calc.pdf"))) {
			abort("soffice lacks Writer or Calc");
		}
		return found.get();
	}

	private static void abort(String reason) {
		String message = "CONVERSION BY LIBREOFFICE SKIPPED: " + reason
				+ ". Install it (Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui).";
		System.err.println(message);
		Assumptions.abort(message);
	}

	private static String text(Path file) throws IOException {
		try (PDDocument document = Loader.loadPDF(file.toFile())) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

	private byte[] file(long plan, String format) {
		MvcTestResult answer = this.mvc.get()
			.uri("/api/v1/plans/" + plan + "/years/2026/report?format=" + format)
			.with(TestAccounts.delegate(WARD))
			.exchange();
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsByteArray();
	}

}
