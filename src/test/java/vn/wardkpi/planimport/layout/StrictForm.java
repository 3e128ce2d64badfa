package vn.wardkpi.planimport.layout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook as "Strict Open XML", whose parts have other namespaces.
 */
final class StrictForm {

	private StrictForm() {
	}

	static byte[] of(byte[] workbook) {
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
				ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			try (ZipOutputStream to = new ZipOutputStream(bytes)) {
				for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
					to.putNextEntry(new ZipEntry(entry.getName()));
					to.write(strict(new String(from.readAllBytes(), StandardCharsets.UTF_8))
						.getBytes(StandardCharsets.UTF_8));
					to.closeEntry();
				}
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String strict(String part) {
		return part
			.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
					"http://purl.oclc.org/ooxml/spreadsheetml/main")
			.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
					"http://purl.oclc.org/ooxml/officeDocument/relationships")
			.replace("<workbook ", "<workbook conformance=\"strict\" ");
	}

}
