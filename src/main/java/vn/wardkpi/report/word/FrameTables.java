package vn.wardkpi.report.word;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

import vn.wardkpi.planexport.annex.Printable;
import vn.wardkpi.report.content.Frame;
import vn.wardkpi.report.content.Frame.Signature;

/**
 * Head and foot of the document: two columns without lines. Lengths are in twentieths of
 * a point.
 */
final class FrameTables {

	private static final long LEFT = 3854;

	private static final int SMALL = 11;

	private static final int MIDDLE = 12;

	private static final int LARGE = 13;

	private static final int LARGEST = 14;

	/** Lines left free for the hand. */
	private static final int SIGNATURE_LINES = 4;

	private final XWPFDocument document;

	private final Frame frame;

	FrameTables(XWPFDocument document, Frame frame) {
		this.document = document;
		this.frame = frame;
	}

	/**
	 * @param logo adds the picture to a run, or nothing
	 */
	void head(LogoRun logo) {
		long right = PageSetup.TEXT.usable() - LEFT;
		XWPFTable table = table(2, List.of(LEFT, right));
		XWPFTableCell left = table.getRow(0).getCell(0);
		XWPFParagraph first = left.getParagraphs().get(0);
		if (logo.addTo(centred(first).createRun())) {
			first = left.addParagraph();
		}
		write(centred(first), this.frame.parent(), MIDDLE);
		write(centred(left.addParagraph()), this.frame.body(), MIDDLE).setBold(true);
		rule(left.addParagraph(), LEFT, 0.3);
		XWPFTableCell state = table.getRow(0).getCell(1);
		write(centred(state.getParagraphs().get(0)), this.frame.state(), MIDDLE).setBold(true);
		write(centred(state.addParagraph()), this.frame.motto(), LARGE).setBold(true);
		rule(state.addParagraph(), right, 0.58);
		write(centred(table.getRow(1).getCell(0).getParagraphs().get(0)), this.frame.number(), LARGE);
		write(centred(table.getRow(1).getCell(1).getParagraphs().get(0)), this.frame.placeAndDay(), LARGE)
			.setItalic(true);
	}

	void subject() {
		XWPFParagraph name = this.document.createParagraph();
		name.setStyle("Title");
		name.setSpacingBefore(360);
		write(name, this.frame.name(), LARGEST);
		XWPFParagraph subject = this.document.createParagraph();
		subject.setStyle("Title");
		write(subject, this.frame.subject(), LARGEST);
		rule(this.document.createParagraph(), PageSetup.TEXT.usable(), 0.2);
		XWPFParagraph addressee = centred(this.document.createParagraph());
		addressee.setSpacingBefore(240);
		addressee.setSpacingAfter(120);
		write(addressee, this.frame.addressee(), LARGEST);
	}

	/**
	 * @param mark puts the square code below the recipients
	 */
	void foot(LogoRun mark) {
		XWPFParagraph before = this.document.createParagraph();
		before.setStyle("Normal");
		before.setKeepNext(true);
		int signing = Math.max(1, this.frame.signatures().size());
		long each = (PageSetup.TEXT.usable() - LEFT) / signing;
		List<Long> widths = new ArrayList<>(List.of(LEFT));
		this.frame.signatures().forEach((one) -> widths.add(each));
		XWPFTable table = table(1, widths);
		table.getRow(0).setCantSplitRow(true);
		XWPFTableCell left = table.getRow(0).getCell(0);
		XWPFRun heading = write(left.getParagraphs().get(0), this.frame.recipientsHeading(), MIDDLE);
		heading.setBold(true);
		heading.setItalic(true);
		List<String> recipients = this.frame.recipients();
		for (int i = 0; i < recipients.size(); i++) {
			write(left.addParagraph(), "- " + recipients.get(i) + ((i + 1 < recipients.size()) ? ";" : "."), SMALL);
		}
		XWPFParagraph last = left.addParagraph();
		last.setSpacingBefore(120);
		if (!mark.addTo(last.createRun())) {
			left.removeParagraph(left.getParagraphs().size() - 1);
		}
		for (int i = 0; i < this.frame.signatures().size(); i++) {
			sign(table.getRow(0).getCell(i + 1), this.frame.signatures().get(i));
		}
	}

	private static void sign(XWPFTableCell cell, Signature signature) {
		XWPFParagraph paragraph = centred(cell.getParagraphs().get(0));
		for (String function : signature.functions()) {
			write(paragraph, function, LARGE).setBold(true);
			paragraph = centred(cell.addParagraph());
		}
		for (int i = 1; i < SIGNATURE_LINES; i++) {
			paragraph = centred(cell.addParagraph());
		}
		write(paragraph, signature.name(), LARGE).setBold(true);
	}

	private XWPFTable table(int rows, List<Long> widths) {
		XWPFTable table = this.document.createTable(rows, widths.size());
		table.setWidth(String.valueOf(widths.stream().mapToLong(Long::longValue).sum()));
		table.setTopBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setBottomBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setCellMargins(0, 0, 0, 0);
		CTTblGrid grid = table.getCTTbl().addNewTblGrid();
		widths.forEach((width) -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
		table.getRows().forEach((row) -> {
			for (int i = 0; i < widths.size(); i++) {
				row.getCell(i).setWidth(String.valueOf(widths.get(i)));
			}
		});
		return table;
	}

	/**
	 * A line in the middle.
	 * @param part of the width that it takes
	 */
	private static void rule(XWPFParagraph paragraph, long width, double part) {
		int side = (int) (width * (1 - part) / 2);
		paragraph.setIndentationLeft(side);
		paragraph.setIndentationRight(side);
		CTBorder line = paragraph.getCTP().getPPr().addNewPBdr().addNewTop();
		line.setVal(STBorder.SINGLE);
		line.setSz(BigInteger.valueOf(4));
		line.setSpace(BigInteger.ONE);
		CTSpacing spacing = paragraph.getCTP().getPPr().isSetSpacing() ? paragraph.getCTP().getPPr().getSpacing()
				: paragraph.getCTP().getPPr().addNewSpacing();
		spacing.setLine(BigInteger.valueOf(120));
		spacing.setLineRule(STLineSpacingRule.EXACT);
	}

	private static XWPFParagraph centred(XWPFParagraph paragraph) {
		paragraph.setAlignment(ParagraphAlignment.CENTER);
		return paragraph;
	}

	static XWPFRun write(XWPFParagraph paragraph, String text, int size) {
		XWPFRun run = paragraph.createRun();
		run.setFontSize(size);
		String[] lines = Printable.of(text).split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				run.addBreak();
			}
			run.setText(lines[i], i);
		}
		return run;
	}

	/**
	 * Puts a picture into a cell.
	 */
	@FunctionalInterface
	interface LogoRun {

		/** Whether there is one. */
		boolean addTo(XWPFRun run);

	}

}
