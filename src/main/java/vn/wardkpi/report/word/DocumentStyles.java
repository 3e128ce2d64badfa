package vn.wardkpi.report.word;

import java.io.IOException;
import java.io.InputStream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

import org.springframework.core.io.ClassPathResource;

/**
 * The styles of an official document, so that an office changes a look once.
 */
final class DocumentStyles {

	private final CTStyles styles;

	DocumentStyles() {
		try (InputStream xml = new ClassPathResource("report/styles.xml").getInputStream()) {
			this.styles = StylesDocument.Factory.parse(xml).getStyles();
		}
		catch (IOException | XmlException ex) {
			throw new IllegalStateException("No styles of documents", ex);
		}
	}

	void applyTo(XWPFDocument document) {
		document.createStyles().setStyles(this.styles);
	}

}
