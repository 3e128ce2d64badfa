package vn.wardkpi.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.settings.Logo;

/**
 * A report as PDF/A-2a and PDF/UA in the layout of Decree 30/2020, set in Liberation
 * Serif, which is as wide as Times New Roman.
 */
public final class ReportPdf {

	private static final String FAMILY = "Liberation Serif";

	private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

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
		builder.toStream(out);
		builder.run();
	}

	private static FSSupplier<InputStream> font(String style) {
		return () -> {
			try {
				return new ClassPathResource("liberation/LiberationSerif-" + style + ".ttf").getInputStream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

}
