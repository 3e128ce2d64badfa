package vn.wardkpi.report.mark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaperMarkTests {

	@ParameterizedTest
	@CsvSource({ "7KQM-40ZT-9XWB, 7KQM40ZT9XWB", "7kqm 4oZT.9xwb, 7KQM40ZT9XWB", "IL01-0000-0000, 110100000000",
			"7KQM–40ZT–9XWB, 7KQM40ZT9XWB" })
	void aTypedCodeIsRead(String typed, String code) {
		assertThat(PaperCode.read(typed)).contains(code);
	}

	@ParameterizedTest
	@CsvSource({ "7KQM-40ZT-9XW", "7KQM-40ZT-9XWU", "''", "7KQM-40ZT-9XWB-1", "'; drop table" })
	void whatIsNoCodeIsNone(String typed) {
		assertThat(PaperCode.read(typed)).isEmpty();
	}

	@Test
	void codesAreOfTheirKindAndDiffer() {
		Set<String> codes = new HashSet<>();
		for (int i = 0; i < 1_000; i++) {
			String code = PaperCode.next();
			assertThat(PaperCode.read(PaperCode.printed(code))).contains(code);
			codes.add(code);
		}
		assertThat(codes).hasSize(1_000);
		assertThat(PaperCode.printed("7KQM40ZT9XWB")).isEqualTo("7KQM-40ZT-9XWB");
	}

	@Test
	void theSquareCodeSaysTheAddress() throws Exception {
		String address = "https://kpi.hanoi.gov.vn/public/reports/7KQM-40ZT-9XWB";
		BufferedImage picture = ImageIO.read(new ByteArrayInputStream(SquareCode.png(address)));
		int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		RGBLuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
		assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
			.isEqualTo(address);
	}

}
