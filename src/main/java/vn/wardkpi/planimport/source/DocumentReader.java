package vn.wardkpi.planimport.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;

import vn.wardkpi.planimport.text.CellText;
import vn.wardkpi.shared.RefusedException;

/**
 * The tables of a Word document (.docx) and the paragraphs between them. A table in a
 * text box is read once, though the file holds it twice.
 */
class DocumentReader {

	/** Headings and titles; longer paragraphs are the report's text. */
	private static final int LONGEST = 400;

	private static final int MOST_BETWEEN = 40;

	private final List<SourceTable> tables = new ArrayList<>();

	private final List<SourceProblem> problems = new ArrayList<>();

	private final OutsideText outside = new OutsideText();

	private final List<String> before = new ArrayList<>();

	SourceFile read(byte[] content) {
		try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
			PackagePart main = OfficeParts.main(file, "/word/document.xml");
			DocumentText text = new DocumentText(new DocumentStyles(OfficeParts.related(main, "styles")),
					new ListNumbers(OfficeParts.related(main, "numbering")));
			try (InputStream data = main.getInputStream()) {
				body(OfficeXml.open(data), text);
			}
			this.before.forEach((paragraph) -> this.outside.add(paragraph, false));
			this.outside.addParts(main);
		}
		catch (RefusedException ex) {
			throw ex;
		}
		catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException ex) {
			throw FileKind.broken(ex);
		}
		this.problems.addAll(this.outside.problems());
		return new SourceFile(this.tables, this.problems);
	}

	private void body(XMLStreamReader events, DocumentText text) throws XMLStreamException {
		while (events.hasNext()) {
			events.next();
			if (OfficeXml.isEnd(events, "p")) {
				paragraph(text.take().text());
			}
			else if (OfficeXml.isStart(events) && events.getLocalName().equals("tbl")) {
				paragraph(text.take().text());
				DocumentTable table = new DocumentTable("Bảng " + (this.tables.size() + 1), text);
				this.tables.add(table.read(events, this.before));
				this.problems.addAll(table.problems());
				this.before.forEach((above) -> this.outside.add(above, true));
				this.before.clear();
			}
			else if (OfficeXml.isStart(events)) {
				text.element(events, false);
			}
		}
	}

	private void paragraph(String text) {
		String clean = CellText.clean(text);
		if (!clean.isEmpty() && clean.length() <= LONGEST) {
			this.before.add(clean);
			if (this.before.size() > MOST_BETWEEN) {
				this.outside.add(this.before.remove(0), false);
			}
		}
		else {
			this.outside.add(clean, false);
		}
	}

}
