package vn.wardkpi.report.word;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.DocumentTable;
import vn.wardkpi.planexport.annex.Printable;
import vn.wardkpi.report.content.Block;
import vn.wardkpi.report.content.PaperMark;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.mark.SquareCode;
import vn.wardkpi.settings.Logo;

/**
 * A report as a document in the layout of Decree 30/2020: the text on upright pages, the
 * annex on lying ones of a section of its own.
 */
public final class ReportDocument {

	/** Of the letters of an annex, of one with many columns, and how many are many. */
	private static final int ANNEX_SIZE = 9;

	private static final int WIDE_ANNEX_SIZE = 8;

	private static final int MANY = 13;

	private static final int LOGO_HEIGHT = 48;

	private static final int MARK_SIZE = 64;

	/** Paragraphs before the signatures that go with them to the next page. */
	private static final int KEPT_WITH_SIGNATURES = 2;

	private final ReportContent content;

	private final @Nullable Logo logo;

	public ReportDocument(ReportContent content, @Nullable Logo logo) {
		this.content = content;
		this.logo = logo;
	}

	/**
	 * @param out is not closed
	 */
	public void write(OutputStream out) throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			new DocumentStyles().applyTo(document);
			FrameTables frame = new FrameTables(document, this.content.frame());
			frame.head(this::addLogo);
			frame.subject();
			this.content.body().forEach((block) -> paragraph(document, block));
			keepTheEnding(document);
			frame.foot(this::addMark);
			CTSectPr text = document.createParagraph().getCTP().addNewPPr().addNewSectPr();
			PageSetup.TEXT.applyTo(text, document, this.content.mark());
			List<AnnexLayout> annexes = this.content.annexes();
			for (int i = 0; i < annexes.size(); i++) {
				annex(document, annexes.get(i), i > 0);
			}
			PageSetup.ANNEX.applyTo(document.getDocument().getBody().addNewSectPr(), document, this.content.mark());
			properties(document);
			document.write(out);
		}
	}

	private static void paragraph(XWPFDocument document, Block block) {
		XWPFParagraph paragraph = document.createParagraph();
		paragraph.setStyle(switch (block.style()) {
			case SECTION -> "Heading1";
			case FIELD -> "Heading2";
			case LABEL -> "Heading3";
			case PARAGRAPH, ITEM -> "BodyText";
		});
		paragraph.createRun().setText(Printable.of(block.text()));
	}

	/**
	 * What is signed never stands on a page without the last of its text.
	 */
	private static void keepTheEnding(XWPFDocument document) {
		List<XWPFParagraph> paragraphs = document.getParagraphs();
		paragraphs.subList(Math.max(0, paragraphs.size() - KEPT_WITH_SIGNATURES), paragraphs.size())
			.forEach((paragraph) -> paragraph.setKeepNext(true));
	}

	private static void annex(XWPFDocument document, AnnexLayout annex, boolean further) {
		List<String> title = annex.title();
		for (int i = 0; i < title.size(); i++) {
			XWPFParagraph paragraph = document.createParagraph();
			paragraph.setStyle((i == 0) ? "AnnexTitle" : "Title");
			paragraph.setPageBreak(further && i == 0);
			paragraph.setAlignment(ParagraphAlignment.CENTER);
			XWPFRun run = FrameTables.write(paragraph, title.get(i), (i == 0) ? 14 : 13);
			run.setBold(i < 2);
			run.setItalic(i >= 2);
			paragraph.setSpacingAfter((i + 1 == title.size()) ? 120 : 0);
		}
		new DocumentTable(annex, PageSetup.ANNEX.usable(),
				(annex.columns().size() > MANY) ? WIDE_ANNEX_SIZE : ANNEX_SIZE)
			.write(document);
	}

	private boolean addLogo(XWPFRun run) {
		Optional<Dimension> size = (this.logo != null) ? this.logo.size() : Optional.empty();
		if (this.logo == null || size.isEmpty()) {
			return false;
		}
		boolean png = this.logo.mediaType().endsWith("png");
		int width = Math.max(1, LOGO_HEIGHT * size.get().width / size.get().height);
		add(run, this.logo.content(), png ? PictureType.PNG : PictureType.JPEG, width, LOGO_HEIGHT);
		return true;
	}

	private boolean addMark(XWPFRun run) {
		PaperMark mark = this.content.mark();
		if (mark == null) {
			return false;
		}
		add(run, SquareCode.png(mark.link()), PictureType.PNG, MARK_SIZE, MARK_SIZE);
		run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(mark.line());
		return true;
	}

	/**
	 * @param width in points, as the height
	 */
	private static void add(XWPFRun run, byte[] picture, PictureType type, int width, int height) {
		try {
			run.addPicture(new ByteArrayInputStream(picture), type,
					(type == PictureType.PNG) ? "picture.png" : "picture.jpg", Units.toEMU(width), Units.toEMU(height));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InvalidFormatException ex) {
			throw new IllegalStateException("A logo was checked when it was taken", ex);
		}
	}

	/**
	 * Title and what the annex does not print, so that it is read again as the same plan.
	 */
	private void properties(XWPFDocument document) {
		POIXMLProperties properties = document.getProperties();
		properties.getCoreProperties().setTitle(this.content.frame().subject());
		properties.getCoreProperties().setCreator(this.content.frame().body());
		for (WrittenAttributes attributes : this.content.attributes()) {
			properties.getCustomProperties().addProperty(attributes.property(), attributes.text());
		}
	}

}
