package vn.wardkpi.report.word;

import java.math.BigInteger;

import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

import vn.wardkpi.report.content.PaperMark;

/**
 * A4 pages with the margins of Decree 30/2020, upright for the text and lying for the
 * annex, their numbers in the middle of the top margin and none on the first. Lengths are
 * in twentieths of a point.
 */
enum PageSetup {

	TEXT(11906, 16838, 1701, 850), ANNEX(16838, 11906, 1134, 1134);

	private static final long TOP_AND_BOTTOM = 1134;

	private static final long HEADER = 567;

	/** Of the letters of the mark. */
	private static final int MARK = 8;

	private final long width;

	private final long height;

	private final long left;

	private final long right;

	PageSetup(long width, long height, long left, long right) {
		this.width = width;
		this.height = height;
		this.left = left;
		this.right = right;
	}

	/** What lies between the margins. */
	long usable() {
		return this.width - this.left - this.right;
	}

	/**
	 * @param mark that stands at the foot of each page, if there is one
	 */
	void applyTo(CTSectPr section, XWPFDocument document, @Nullable PaperMark mark) {
		CTPageSz size = section.addNewPgSz();
		size.setW(BigInteger.valueOf(this.width));
		size.setH(BigInteger.valueOf(this.height));
		if (this.width > this.height) {
			size.setOrient(STPageOrientation.LANDSCAPE);
		}
		CTPageMar margins = section.addNewPgMar();
		margins.setTop(BigInteger.valueOf(TOP_AND_BOTTOM));
		margins.setBottom(BigInteger.valueOf(TOP_AND_BOTTOM));
		margins.setLeft(BigInteger.valueOf(this.left));
		margins.setRight(BigInteger.valueOf(this.right));
		margins.setHeader(BigInteger.valueOf(HEADER));
		margins.setFooter(BigInteger.valueOf(HEADER));
		margins.setGutter(BigInteger.ZERO);
		section.addNewPgNumType().setStart(BigInteger.ONE);
		section.addNewTitlePg();
		XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(document, section);
		XWPFHeader header = policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT);
		XWPFParagraph paragraph = header.createParagraph();
		paragraph.setStyle("Header");
		paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
		policy.createHeader(XWPFHeaderFooterPolicy.FIRST).createParagraph().setStyle("Header");
		if (mark != null) {
			foot(policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT), mark);
			foot(policy.createFooter(XWPFHeaderFooterPolicy.FIRST), mark);
		}
	}

	private static void foot(XWPFFooter footer, PaperMark mark) {
		XWPFParagraph paragraph = footer.createParagraph();
		paragraph.setAlignment(ParagraphAlignment.CENTER);
		FrameTables.write(paragraph, mark.line(), MARK);
	}

}
