package vn.wardkpi.dashboard.web.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LetteringTests {

	@Test
	void knowsVietnameseWhateverTheServersTypefacesAre() {
		BufferedImage picture = new BufferedImage(400, 40, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		Lettering.of("Ước", "x", 200, "y", 30, "text-anchor", "end", "fill", "#ffffff").write(graphics, 16);
		Font used = graphics.getFont();
		graphics.dispose();
		assertThat(used.canDisplayUpTo("Lộ trình: HĐND phường; ước, tỷ lệ, kỳ, giữ, đến")).isEqualTo(-1);
		assertThat(hasColour(picture, 0, 150)).as("before it ends").isFalse();
		assertThat(hasColour(picture, 150, 201)).isTrue();
		assertThat(hasColour(picture, 201, 400)).as("after it ended").isFalse();
	}

	private static boolean hasColour(BufferedImage picture, int from, int until) {
		for (int x = from; x < until; x++) {
			for (int y = 0; y < picture.getHeight(); y++) {
				if (picture.getRGB(x, y) != Color.BLACK.getRGB()) {
					return true;
				}
			}
		}
		return false;
	}

}
