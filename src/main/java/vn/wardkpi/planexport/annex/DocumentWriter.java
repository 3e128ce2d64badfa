package vn.wardkpi.planexport.annex;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;

import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

import vn.wardkpi.plan.written.WrittenAttributes;

/**
 * The annex as a document: one table on landscape pages, its heading on each of them.
 */
public final class DocumentWriter {

	/** Twentieths of a point. */
	private static final long LONG_EDGE = 16838;

	private static final long SHORT_EDGE = 11906;

	private static final long MARGIN = 1134;

	private static final int TITLE_SIZE = 13;

	private static final int TABLE_SIZE = 10;

	private final AnnexLayout layout;

	public DocumentWriter(AnnexLayout layout) {
		this.layout = layout;
	}

	/**
	 * @param out is not closed
	 */
	public void write(OutputStream out) throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			page(document);
			title(document);
			new DocumentTable(this.layout, LONG_EDGE - 2 * MARGIN, TABLE_SIZE).write(document);
			POIXMLProperties.CustomProperties properties = document.getProperties().getCustomProperties();
			for (WrittenAttributes attributes : this.layout.attributes()) {
				properties.addProperty(attributes.property(), attributes.text());
			}
			document.write(out);
		}
	}

	private static void page(XWPFDocument document) {
		CTSectPr section = document.getDocument().getBody().addNewSectPr();
		CTPageSz size = section.addNewPgSz();
		size.setOrient(STPageOrientation.LANDSCAPE);
		size.setW(BigInteger.valueOf(LONG_EDGE));
		size.setH(BigInteger.valueOf(SHORT_EDGE));
		CTPageMar margins = section.addNewPgMar();
		margins.setTop(BigInteger.valueOf(MARGIN));
		margins.setBottom(BigInteger.valueOf(MARGIN));
		margins.setLeft(BigInteger.valueOf(MARGIN));
		margins.setRight(BigInteger.valueOf(MARGIN));
		margins.setHeader(BigInteger.valueOf(MARGIN / 2));
		margins.setFooter(BigInteger.valueOf(MARGIN / 2));
		margins.setGutter(BigInteger.ZERO);
	}

	private void title(XWPFDocument document) {
		List<String> title = this.layout.title();
		for (int i = 0; i < title.size(); i++) {
			XWPFParagraph paragraph = document.createParagraph();
			paragraph.setAlignment(ParagraphAlignment.CENTER);
			XWPFRun run = DocumentTable.run(paragraph, title.get(i), TITLE_SIZE);
			run.setBold(i < 2);
			run.setItalic(i > 2);
		}
	}

}
