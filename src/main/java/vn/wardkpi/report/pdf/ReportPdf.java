package vn.wardkpi.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.Box;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import vn.wardkpi.report.content.Frame.Signature;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.settings.Logo;

/**
 * A report as PDF/A-2a and PDF/UA in the layout of Decree 30/2020, set in Liberation
 * Serif, which is as wide as Times New Roman.
 */
public final class ReportPdf {

	private static final String FAMILY = "Liberation Serif";

	private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	private static final Pattern SIGNING = Pattern.compile("^" + ReportHtml.SIGNATURE + "\\d$");

	static {
		FontMappers.set(new BundledFonts());
	}

	private final ReportContent content;

	private final @Nullable Logo logo;

	public ReportPdf(ReportContent content, @Nullable Logo logo) {
		this.content = content;
		this.logo = logo;
	}

	/**
	 * @param out is not closed
	 */
	public void write(OutputStream out) throws IOException {
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.useFastMode();
		builder.usePdfUaAccessibility(true);
		builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
		builder.useColorProfile(COLOURS);
		builder.useFont(font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
		builder.useFont(font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
		builder.useFont(font("Italic"), FAMILY, 400, FontStyle.ITALIC, true);
		builder.useFont(font("BoldItalic"), FAMILY, 700, FontStyle.ITALIC, true);
		builder.withHtmlContent(new ReportHtml(this.content, this.logo).text(), null);
		builder.useObjectDrawerFactory(new Charts(new ChartDrawer(this.content.charts())));
		builder.toStream(out);
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument document = renderer.createPDFKeepOpen()) {
			new SignatureFields(document).add(signing(renderer),
					this.content.frame().signatures().stream().map(Signature::field).toList());
			document.save(out);
		}
	}

	private static List<PagePosition<Box>> signing(PdfBoxRenderer renderer) {
		return renderer.findPagePositionsByID(SIGNING)
			.stream()
			.sorted(Comparator.comparing(PagePosition::getId))
			.toList();
	}

	private static FSSupplier<InputStream> font(String style) {
		return () -> {
			try {
				return BundledFonts.open(style);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

	/**
	 * Draws the charts where they stand.
	 */
	private record Charts(ChartDrawer drawer) implements FSObjectDrawerFactory {

		@Override
		public FSObjectDrawer createDrawer(Element element) {
			return this.drawer;
		}

		@Override
		public boolean isReplacedObject(Element element) {
			return element.hasAttribute("data-chart");
		}

	}

}
