package vn.wardkpi.intake.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.wardkpi.evidence.SampleFiles;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContentCheckTests {

	@Test
	void takesWhatOfficesSend() {
		assertThat(check("a.pdf", SampleFiles.pdf("x")).kind()).isEqualTo(AcceptedKind.PDF);
		assertThat(check("a.JPG", SampleFiles.jpeg(30, 20)).kind()).isEqualTo(AcceptedKind.JPEG);
		assertThat(check("a.jpeg", SampleFiles.jpeg(30, 20)).kind()).isEqualTo(AcceptedKind.JPEG);
		assertThat(check("a.png", SampleFiles.png(30, 20)).kind()).isEqualTo(AcceptedKind.PNG);
		assertThat(check("a.webp", SampleFiles.webp()).kind()).isEqualTo(AcceptedKind.WEBP);
		assertThat(check("a.docx", SampleFiles.docx()).kind()).isEqualTo(AcceptedKind.DOCX);
		assertThat(check("a.xlsx", SampleFiles.xlsx()).kind()).isEqualTo(AcceptedKind.XLSX);
		assertThat(check("a.xls", SampleFiles.xls()).kind()).isEqualTo(AcceptedKind.XLS);
		assertThat(check("a.doc", SampleFiles.compound("WordDocument")).kind()).isEqualTo(AcceptedKind.DOC);
	}

	@Test
	void takesPositionAndCameraOutOfPhotosAndKeepsHowTheyAreTurned() throws Exception {
		byte[] photo = SampleFiles.turnedJpeg(160, 80, 6);
		byte[] position = SampleFiles.latin("Exif\0\0GPS 21.0285N 105.8542E Apple iPhone");
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.write(photo, 0, 2);
		whole.write(new byte[] { (byte) 0xff, (byte) 0xe1, 0, (byte) (position.length + 2) });
		whole.write(position);
		whole.write(photo, 2, photo.length - 2);
		whole.write(position);

		byte[] kept = check("anh.jpg", whole.toByteArray()).content();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "iPhone");
		assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(160);
		byte[] turned = check("anh.jpg", photo).content();
		assertThat(ExifOrientation.of(AcceptedKind.JPEG, turned).value()).isEqualTo(6);
	}

	@Test
	void takesWordsOutOfAPngAndKeepsItsPicture() throws Exception {
		byte[] png = SampleFiles.png(30, 20);
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		// Behind the header of 33 bytes: words, a time, EXIF.
		whole.write(png, 0, 33);
		for (String name : List.of("tEXt", "zTXt", "iTXt", "tIME", "eXIf")) {
			whole.write(pngChunk(name, SampleFiles.latin("GPS 21.0285N Apple iPhone")));
		}
		whole.write(png, 33, png.length - 33);

		byte[] kept = check("anh.png", whole.toByteArray()).content();
		assertThat(kept).isEqualTo(png);
		assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(30);
	}

	private static byte[] pngChunk(String name, byte[] words) {
		CRC32 sum = new CRC32();
		sum.update(SampleFiles.latin(name));
		sum.update(words);
		return ByteBuffer.allocate(12 + words.length)
			.putInt(words.length)
			.put(SampleFiles.latin(name))
			.put(words)
			.putInt((int) sum.getValue())
			.array();
	}

	@Test
	void takesWordsOutOfAWebpAndItsHeaderSaysSo() {
		// The file's header and its extended one.
		byte[] webp = Arrays.copyOf(SampleFiles.webp(), 30);
		byte[] words = SampleFiles.latin("GPS 21.0285N Apple iPhone!");
		ByteBuffer whole = ByteBuffer.allocate(webp.length + 2 * (8 + words.length)).order(ByteOrder.LITTLE_ENDIAN);
		whole.put(webp);
		whole.put(SampleFiles.latin("EXIF")).putInt(words.length).put(words);
		whole.put(SampleFiles.latin("XMP ")).putInt(words.length).put(words);
		whole.putInt(4, whole.capacity() - 8);
		// Of the extended header: there is EXIF, there is XMP.
		whole.put(20, (byte) 0x0c);

		byte[] kept = check("anh.webp", whole.array()).content();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "iPhone", "EXIF", "XMP");
		assertThat(kept).hasSameSizeAs(webp);
		assertThat(kept[20]).isZero();
		assertThat(ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).getInt(4)).isEqualTo(kept.length - 8);
	}

	@Test
	void refusesAPdfWithAPasswordAndAPictureOfAnIphone() {
		refused("a.pdf", SampleFiles.latin("%PDF-1.7\ntrailer <</Root 1 0 R /Encrypt 5 0 R>>\n%%EOF"), Kind.UNSUPPORTED,
				"evidence.encrypted");
		byte[] heic = SampleFiles.latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
		refused("IMG_1.HEIC", heic, Kind.UNSUPPORTED, "evidence.heic");
		refused("IMG_1.jpg", heic, Kind.UNSUPPORTED, "evidence.heic");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.exe", "a.html", "a.svg", "a.csv", "a.zip", "a.docm", "khong-duoi", ".pdf", "a." })
	void refusesOtherKindsByName(String name) {
		refused(name, SampleFiles.pdf("x"), Kind.UNSUPPORTED, "evidence.unknown");
	}

	@Test
	void refusesAProgramThatCallsItselfAPdf() {
		byte[] exe = SampleFiles.latin("MZ\u0090\u0000 This program cannot be run in DOS mode. %PDF-1.4 %%EOF");
		refused("bao-cao.pdf", exe, Kind.UNSUPPORTED, "evidence.unknown");
		refused("anh.jpg", exe, Kind.UNSUPPORTED, "evidence.unknown");
		refused("bang.xlsx", exe, Kind.UNSUPPORTED, "evidence.unknown");
	}

	@Test
	void refusesAPageThatCallsItselfAPicture() {
		refused("anh.png", SampleFiles.latin("<html><script>alert(1)</script>"), Kind.UNSUPPORTED, "evidence.unknown");
	}

	@Test
	void tellsWhatItIsWhenTheEndingIsAnother() {
		RefusedException refused = refused("anh.jpg", SampleFiles.png(3, 3), Kind.UNSUPPORTED,
				"evidence.other-content");
		assertThat(refused.arguments()).containsExactly("jpg", "PNG", "png");
		refused("so-lieu.xls", SampleFiles.xlsx(), Kind.UNSUPPORTED, "evidence.other-content");
	}

	@Test
	void refusesOfficeFilesThatHideAnArchiveOrAProgram() {
		refused("a.docx", SampleFiles.zip("virus.exe", new byte[10]), Kind.UNSUPPORTED, "evidence.unknown");
		refused("a.docx", SampleFiles.zip("word/document.xml", new byte[10]), Kind.UNSUPPORTED, "evidence.broken");
		refused("a.docx", SampleFiles.with(SampleFiles.docx(), "word/vbaProject.bin", new byte[10]), Kind.UNSUPPORTED,
				"evidence.macros");
		refused("a.xlsx", SampleFiles.with(SampleFiles.xlsx(), "xl/macrosheets/sheet1.xml", new byte[10]),
				Kind.UNSUPPORTED, "evidence.macros");
		refused("a.doc", SampleFiles.compound("WordDocument", "Macros/VBA"), Kind.UNSUPPORTED, "evidence.macros");
		refused("a.xls", SampleFiles.xlsWithMacroSheet(), Kind.UNSUPPORTED, "evidence.macros");
		refused("a.docx", SampleFiles.compound("EncryptedPackage"), Kind.UNSUPPORTED, "evidence.encrypted");
	}

	@Test
	void refusesAZipWhoseDirectoryListsOtherParts() {
		byte[] docx = SampleFiles.docx();
		byte[] more = SampleFiles.with(docx, "word/harmless.xml", new byte[10]);
		int at = lastIndexOf(more, "word/harmless.xml");
		System.arraycopy(SampleFiles.latin("word/hidden12.bin"), 0, more, at, 17);
		refused("a.docx", more, Kind.UNSUPPORTED, "evidence.broken");
	}

	@Test
	void refusesAZipBomb() {
		byte[] bomb = SampleFiles.bomb();
		assertThat(bomb.length).isLessThan(1024 * 1024);
		refused("a.docx", bomb, Kind.TOO_LARGE, "evidence.inflates");
	}

	@Test
	void refusesAPictureWithTooManyPixelsBeforeUnpackingIt() {
		refused("a.png", SampleFiles.hugePng(), Kind.TOO_LARGE, "evidence.pixels");
	}

	@Test
	void refusesHalfAFile() {
		refused("a.pdf", SampleFiles.latin("%PDF-1.7\n1 0 obj"), Kind.UNSUPPORTED, "evidence.broken");
		byte[] png = SampleFiles.png(300, 200);
		refused("a.png", Arrays.copyOf(png, 40), Kind.UNSUPPORTED, "evidence.broken");
		refused("a.jpg", SampleFiles.latin("\u00ff\u00d8\u00ff\u00e0 x"), Kind.UNSUPPORTED, "evidence.broken");
		byte[] docx = SampleFiles.docx();
		refused("a.docx", Arrays.copyOf(docx, docx.length - 200), Kind.UNSUPPORTED, "evidence.broken");
	}

	@ParameterizedTest
	@CsvSource({ "/OpenAction<</S/JavaScript/JS(app.alert)>>, true", "/S/Launch/F(cmd.exe), true",
			"/S/J#61vaScript, true", "/Names<</EmbeddedFiles 5 0 R>>, true", "/Type/Font/Name/JSerif, false",
			"no names at all, false" })
	void marksPdfsThatDoSomething(String inside, boolean active) {
		assertThat(check("a.pdf", SampleFiles.pdf(inside)).isActive()).isEqualTo(active);
	}

	@Test
	void drawsASmallPictureTurnedUpright() throws Exception {
		BufferedImage wide = thumbnail(SampleFiles.jpeg(2000, 1000));
		assertThat(wide.getWidth()).isEqualTo(320);
		assertThat(wide.getHeight()).isEqualTo(160);
		assertThat(wide.getRGB(20, 80) & 0xff).isLessThan(80);

		BufferedImage upright = thumbnail(SampleFiles.turnedJpeg(2000, 1000));
		assertThat(upright.getWidth()).isEqualTo(160);
		assertThat(upright.getHeight()).isEqualTo(320);
		assertThat(upright.getRGB(80, 20) & 0xff).as("the left side is on top").isLessThan(80);
		assertThat(upright.getRGB(80, 300) & 0xff).isGreaterThan(150);
	}

	@ParameterizedTest
	@CsvSource({ "1, 160, 80", "2, 160, 80", "3, 160, 80", "4, 160, 80", "5, 80, 160", "6, 80, 160", "7, 80, 160",
			"8, 80, 160", "0, 160, 80", "9, 160, 80", "255, 160, 80" })
	void turnsAPictureAsItSays(int orientation, int width, int height) throws Exception {
		BufferedImage drawn = thumbnail(SampleFiles.turnedJpeg(160, 80, orientation));
		assertThat(drawn.getWidth()).isEqualTo(width);
		assertThat(drawn.getHeight()).isEqualTo(height);
	}

	@Test
	void takesAPictureThatSaysNonsenseOfItself() throws Exception {
		byte[] sound = SampleFiles.turnedJpeg(160, 80, 6);
		for (int at = 6; at < 38; at++) {
			for (int value : new int[] { 0, 0x7f, 0xff }) {
				byte[] odd = sound.clone();
				odd[at] = (byte) value;
				assertThat(thumbnail(odd).getWidth()).as("%d at %d", value, at).isIn(80, 160);
			}
		}
	}

	@Test
	void keepsAPictureThatIsVeryLargeWithoutDrawingIt() {
		assertThat(check("a.webp", SampleFiles.webp()).thumbnail()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			C:\\Users\\an\\Báo cáo.pdf          | Báo cáo.pdf
			../../etc/passwd.pdf               | passwd.pdf
			Ba\u0301o ca\u0301o.pdf                     | Báo cáo.pdf
			  hai   khoảng  trắng .pdf         | hai khoảng trắng .pdf
			a:b*c?.pdf                         | a_b_c_.pdf
			...ẩn.pdf                          | ẩn.pdf
			""")
	void namesHaveNoFoldersAndAreComposed(String sent, String kept) {
		assertThat(FileName.of(sent).text()).isEqualTo(kept.replace("trắng .pdf", "trắng.pdf"));
	}

	@Test
	void namesHaveNoUnseenCharactersAndABound() {
		assertThat(FileName.of("anh\u202egpj.exe\u0000\n.pdf").text()).isEqualTo("anhgpj.exe.pdf");
		assertThat(FileName.of("ư".repeat(400) + ".docx").text()).hasSizeLessThanOrEqualTo(150).endsWith("ư.docx");
	}

	private static BufferedImage thumbnail(byte[] jpeg) throws Exception {
		byte[] small = check("a.jpg", jpeg).thumbnail();
		assertThat(small).isNotNull();
		return ImageIO.read(new ByteArrayInputStream(small));
	}

	private static CheckedFile check(String name, byte[] content) {
		return ContentCheck.check(FileName.of(name), content);
	}

	private static RefusedException refused(String name, byte[] content, Kind kind, String code) {
		return assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> check(name, content))
			.satisfies((refused) -> {
				assertThat(refused.code()).isEqualTo(code);
				assertThat(refused.kind()).isEqualTo(kind);
			})
			.actual();
	}

	private static int lastIndexOf(byte[] content, String text) {
		return new String(content, StandardCharsets.ISO_8859_1).lastIndexOf(text);
	}

}
