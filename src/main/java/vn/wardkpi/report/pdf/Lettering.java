package vn.wardkpi.report.pdf;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Letters as outlines, in the face of the text.
 */
final class Lettering {

	private final TrueTypeFont face;

	private final double size;

	Lettering(boolean bold, double size) {
		this.face = BundledFonts.face(bold);
		this.size = size;
	}

	/**
	 * @param x of the left end of the base line
	 */
	Shape write(String text, double x, double y) {
		Path2D.Double all = new Path2D.Double();
		try {
			double scale = this.size / this.face.getUnitsPerEm();
			double[] at = { x };
			glyphs(text, (glyph) -> {
				GlyphData outline = outline(glyph);
				if (outline != null) {
					AffineTransform place = AffineTransform.getTranslateInstance(at[0], y);
					place.scale(scale, -scale);
					all.append(place.createTransformedShape(outline.getPath()), false);
				}
				at[0] += advance(glyph) * scale;
			});
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	double width(String text) {
		double[] sum = { 0 };
		try {
			glyphs(text, (glyph) -> sum[0] += advance(glyph));
			return sum[0] * this.size / this.face.getUnitsPerEm();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The beginning of a text and "…" where it is wider. */
	String fitting(String text, double width) {
		if (width(text) <= width) {
			return text;
		}
		int end = text.length();
		while (end > 1 && width(text.substring(0, end).strip() + "…") > width) {
			end = text.offsetByCodePoints(end, -1);
		}
		return text.substring(0, end).strip() + "…";
	}

	private void glyphs(String text, IntConsumer each) throws IOException {
		CmapLookup characters = this.face.getUnicodeCmapLookup();
		text.codePoints().map(characters::getGlyphId).forEach(each);
	}

	private GlyphData outline(int glyph) {
		try {
			return this.face.getGlyph().getGlyph(glyph);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int advance(int glyph) {
		try {
			return this.face.getAdvanceWidth(glyph);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
