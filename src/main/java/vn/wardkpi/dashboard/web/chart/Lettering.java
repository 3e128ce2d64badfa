package vn.wardkpi.dashboard.web.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Words of a picture, written in the typeface that the program brings along: one of the
 * server's of the same name need not know Vietnamese.
 *
 * @param attributes as SVG calls them
 */
record Lettering(String words, Map<String, String> attributes) {

	private static final SingletonSupplier<Font> REGULAR = SingletonSupplier.of(() -> typeface("Regular"));

	private static final SingletonSupplier<Font> BOLD = SingletonSupplier.of(() -> typeface("Bold"));

	static Lettering of(String words, Object... attributes) {
		Map<String, String> named = new HashMap<>();
		for (int i = 0; i < attributes.length; i += 2) {
			named.put(attributes[i].toString(), attributes[i + 1].toString());
		}
		return new Lettering(words, named);
	}

	void write(Graphics2D on, int size) {
		Font typeface = this.attributes.containsKey("font-weight") ? BOLD.obtain() : REGULAR.obtain();
		on.setFont(typeface.deriveFont(Font.PLAIN, size));
		on.setColor(Color.decode(this.attributes.getOrDefault("fill", "#000000")));
		int width = on.getFontMetrics().stringWidth(this.words);
		int before = switch (this.attributes.getOrDefault("text-anchor", "start")) {
			case "end" -> width;
			case "middle" -> width / 2;
			default -> 0;
		};
		on.drawString(this.words, number("x") - before, number("y"));
	}

	private int number(String name) {
		return Integer.parseInt(this.attributes.getOrDefault(name, "0"));
	}

	private static Font typeface(String style) {
		try (InputStream file = new ClassPathResource("liberation/LiberationSans-" + style + ".ttf").getInputStream()) {
			return Font.createFont(Font.TRUETYPE_FONT, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (FontFormatException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
