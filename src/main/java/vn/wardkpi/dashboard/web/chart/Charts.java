package vn.wardkpi.dashboard.web.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Draws charts for pages and files.
 */
@Component
public class Charts {

	/** Pixels of the picture for a unit, so that it is sharp on paper. */
	private static final int SHARPNESS = 2;

	private final MessageSource messages;

	Charts(MessageSource messages) {
		this.messages = messages;
	}

	public Drawn draw(Chart chart, Locale locale) {
		return drawn(chart, Frame.WIDE, locale);
	}

	/** For a screen that a hall looks at. */
	public Drawn drawForHall(Chart chart, Locale locale) {
		return drawn(chart, Frame.HALL, locale);
	}

	private Drawn drawn(Chart chart, Frame wide, Locale locale) {
		return new Drawn(draw(chart, wide, locale, null, new Svg()),
				draw(chart, Frame.NARROW, locale, null, new Svg()));
	}

	/**
	 * A file that stands alone.
	 * @param caption of what and of when it is
	 */
	public String svg(Chart chart, String caption, Locale locale) {
		return draw(chart, Frame.FILE, locale, caption, new Svg());
	}

	/**
	 * The same as a picture.
	 */
	public byte[] png(Chart chart, String caption, Locale locale) {
		List<Lettering> words = new ArrayList<>();
		byte[] svg = draw(chart, Frame.FILE, locale, caption, new Svg(words)).getBytes(StandardCharsets.UTF_8);
		SVGDocument drawing = Objects
			.requireNonNull(new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault()));
		int width = Math.round(drawing.size().width) * SHARPNESS;
		int height = Math.round(drawing.size().height) * SHARPNESS;
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		drawing.render(null, graphics, new ViewBox(width, height));
		graphics.scale(SHARPNESS, SHARPNESS);
		words.forEach((each) -> each.write(graphics, Frame.FILE.letters()));
		graphics.dispose();
		try (ByteArrayOutputStream written = new ByteArrayOutputStream()) {
			ImageIO.write(picture, "png", written);
			return written.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String draw(Chart chart, Frame frame, Locale locale, @Nullable String caption, Svg svg) {
		return new ChartDrawing(chart, frame, (key, arguments) -> this.messages.getMessage(key, arguments, locale),
				caption, svg)
			.draw();
	}

	/**
	 * A chart for a page, as SVG.
	 *
	 * @param narrow the same for a phone
	 */
	public record Drawn(String wide, String narrow) {
	}

}
