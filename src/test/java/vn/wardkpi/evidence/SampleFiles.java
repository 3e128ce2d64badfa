package vn.wardkpi.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Small files as offices have them, and some as attackers have them.
 */
public final class SampleFiles {

	private SampleFiles() {
	}

	public static byte[] pdf(String text) {
		return latin("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>"
				+ "endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\n% " + text
				+ "\ntrailer<</Root 1 0 R>>\n%%EOF\n");
	}

	public static byte[] jpeg(int width, int height) {
		return picture("jpg", width, height);
	}

	public static byte[] png(int width, int height) {
		return picture("png", width, height);
	}

	/** Left half red, right half blue. */
	private static byte[] picture(String format, int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, width / 2, height);
		graphics.setColor(Color.BLUE);
		graphics.fillRect(width / 2, 0, width - width / 2, height);
		graphics.dispose();
		return written((out) -> ImageIO.write(image, format, out));
	}

	/** A photo taken with the phone upright: stored on its side, to be turned right. */
	public static byte[] turnedJpeg(int width, int height) {
		return turnedJpeg(width, height, 6);
	}

	/** With the orientation of EXIF, 1 to 8. */
	public static byte[] turnedJpeg(int width, int height, int orientation) {
		byte[] jpeg = jpeg(width, height);
		byte[] exif = { (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
				0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0 };
		return written((out) -> {
			out.write(jpeg, 0, 2);
			out.write(exif);
			out.write(jpeg, 2, jpeg.length - 2);
		});
	}

	/** A PNG whose header promises more than there is. */
	public static byte[] hugePng() {
		byte[] png = png(10, 10);
		ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
		java.util.zip.CRC32 crc = new java.util.zip.CRC32();
		crc.update(png, 12, 17);
		ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		return png;
	}

	public static byte[] webp() {
		byte[] webp = new byte[40];
		System.arraycopy(latin("RIFF"), 0, webp, 0, 4);
		webp[4] = 32;
		System.arraycopy(latin("WEBPVP8X"), 0, webp, 8, 8);
		webp[16] = 10;
		webp[24] = 99;
		webp[27] = 49;
		return webp;
	}

	public static byte[] docx() {
		return written((out) -> {
			try (XWPFDocument document = new XWPFDocument()) {
				document.createParagraph().createRun().setText("Báo cáo");
				document.write(out);
			}
		});
	}

	public static byte[] xlsx() {
		return written((out) -> {
			try (XSSFWorkbook workbook = new XSSFWorkbook()) {
				workbook.createSheet("Bảng kê").createRow(0).createCell(0).setCellValue(1);
				workbook.write(out);
			}
		});
	}

	public static byte[] xls() {
		return written((out) -> {
			try (HSSFWorkbook workbook = new HSSFWorkbook()) {
				workbook.createSheet("Bảng kê");
				workbook.write(out);
			}
		});
	}

	/** The workbook's first sheet becomes a macro sheet of Excel 4. */
	public static byte[] xlsWithMacroSheet() {
		byte[] xls = xls();
		for (int i = 0; i + 12 < xls.length; i++) {
			if (xls[i] == (byte) 0x85 && xls[i + 1] == 0 && xls[i + 2] > 6 && xls[i + 3] == 0 && xls[i + 9] == 0) {
				xls[i + 9] = 1;
				return xls;
			}
		}
		throw new IllegalStateException("No sheet found");
	}

	public static byte[] compound(String... streams) {
		return written((out) -> {
			try (POIFSFileSystem files = new POIFSFileSystem()) {
				for (String stream : streams) {
					String[] path = stream.split("/");
					var folder = (path.length == 1) ? files.getRoot() : files.createDirectory(path[0]);
					folder.createDocument(path[path.length - 1], new ByteArrayInputStream(new byte[5000]));
				}
				files.writeFilesystem(out);
			}
		});
	}

	/** With one more entry. */
	public static byte[] with(byte[] zip, String name, byte[] content) {
		return written((out) -> {
			try (ZipOutputStream more = new ZipOutputStream(out);
					ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip))) {
				for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
					more.putNextEntry(new ZipEntry(entry.getName()));
					from.transferTo(more);
				}
				more.putNextEntry(new ZipEntry(name));
				more.write(content);
			}
		});
	}

	/** Some hundred kilobytes that become some hundred megabytes. */
	public static byte[] bomb() {
		return with(docx(), "word/media/image1.bmp", new byte[220 * 1024 * 1024]);
	}

	public static byte[] zip(String name, byte[] content) {
		return written((out) -> {
			try (ZipOutputStream zip = new ZipOutputStream(out)) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(content);
			}
		});
	}

	public static byte[] latin(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] written(Writing writing) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			writing.to(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private interface Writing {

		void to(ByteArrayOutputStream out) throws IOException;

	}

}
