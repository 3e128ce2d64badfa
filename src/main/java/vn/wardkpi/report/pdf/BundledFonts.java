package vn.wardkpi.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

import org.springframework.core.io.ClassPathResource;

/**
 * Stands in for every font that is not in the document, so that PDFBox looks for none on
 * the machine: what is set is the same wherever it is set.
 */
final class BundledFonts implements FontMapper {

	private static final TrueTypeFont REGULAR = read("Regular");

	private static final TrueTypeFont BOLD = read("Bold");

	static InputStream open(String style) throws IOException {
		return new ClassPathResource("liberation/LiberationSerif-" + style + ".ttf").getInputStream();
	}

	private static TrueTypeFont read(String style) {
		try (InputStream font = open(style)) {
			return new TTFParser().parse(new RandomAccessReadBuffer(font));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static TrueTypeFont face(boolean bold) {
		return bold ? BOLD : REGULAR;
	}

	@Override
	public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
		return new FontMapping<>(REGULAR, false);
	}

	@Override
	public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
		return new FontMapping<>(REGULAR, false);
	}

	@Override
	public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo info) {
		return new CIDFontMapping(null, REGULAR, false);
	}

}
