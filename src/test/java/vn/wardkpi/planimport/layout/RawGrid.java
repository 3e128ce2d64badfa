package vn.wardkpi.planimport.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

import vn.wardkpi.planimport.source.SourceFile;

/**
 * The cells of a file in which something stands, taken from its parts without the
 * program's own reader: every sheet, hidden or not, and every table of a document.
 */
public final class RawGrid {

	private final Map<String, Document> parts = new HashMap<>();

	private final List<RawCell> cells = new ArrayList<>();

	private RawGrid() {
	}

	public static List<RawCell> of(byte[] content) throws IOException {
		RawGrid grid = new RawGrid();
		if (content[0] != 'P' || content[1] != 'K') {
			grid.text(content);
			return grid.cells;
		}
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
			xml.setNamespaceAware(true);
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
					grid.parts.put(entry.getName(),
							xml.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())));
				}
			}
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException(ex);
		}
		if (grid.parts.containsKey("word/document.xml")) {
			grid.document();
		}
		else {
			grid.workbook();
		}
		return grid.cells;
	}

	private void text(byte[] content) {
		SourceFile.read(content).tables().forEach((table) -> table.rows().forEach((row) -> {
			for (int i = 0; i < row.cells().size(); i++) {
				add(table.sheet(), row.number(), i + 1, row.cell(i).text());
			}
		}));
	}

	private void add(String sheet, int row, int column, String text) {
		if (!text.isBlank()) {
			this.cells.add(new RawCell(sheet, row, column, text.strip()));
		}
	}

	private void workbook() {
		List<String> shared = new ArrayList<>();
		Document texts = this.parts.get("xl/sharedStrings.xml");
		if (texts != null) {
			below(texts.getDocumentElement(), "si").forEach((text) -> shared.add(text.getTextContent()));
		}
		Map<String, String> files = new HashMap<>();
		below(this.parts.get("xl/_rels/workbook.xml.rels").getDocumentElement(), "Relationship")
			.forEach((relation) -> files.put(relation.getAttribute("Id"),
					relation.getAttribute("Target").replaceFirst("^/xl/", "")));
		for (Element sheet : below(this.parts.get("xl/workbook.xml").getDocumentElement(), "sheet")) {
			String id = "";
			for (int i = 0; i < sheet.getAttributes().getLength(); i++) {
				Node attribute = sheet.getAttributes().item(i);
				id = "id".equals(attribute.getLocalName()) ? attribute.getNodeValue() : id;
			}
			for (Element cell : below(this.parts.get("xl/" + files.get(id)).getDocumentElement(), "c")) {
				List<Element> values = below(cell, "v");
				String value = values.isEmpty() ? "" : values.get(0).getTextContent();
				String text = cell.getAttribute("t").equals("s") ? shared.get(Integer.parseInt(value))
						: cell.getAttribute("t").equals("inlineStr") ? cell.getTextContent() : written(value);
				CellReference place = new CellReference(cell.getAttribute("r"));
				add(sheet.getAttribute("name"), place.getRow() + 1, place.getCol() + 1, text);
			}
		}
	}

	/** A long number is stored as 1.125E11 and shown in full. */
	private static String written(String value) {
		return value.matches("-?[0-9.]+E[+-]?[0-9]+") ? new BigDecimal(value).toPlainString() : value;
	}

	private void document() {
		int table = 0;
		for (Element found : below(this.parts.get("word/document.xml").getDocumentElement(), "tbl")) {
			table++;
			int row = 0;
			for (Element line : children(found, "tr")) {
				row++;
				int column = 1;
				for (Element cell : children(line, "tc")) {
					add("Bảng " + table, row, column, words(cell));
					List<Element> span = below(cell, "gridSpan");
					column += span.isEmpty() ? 1 : Integer.parseInt(attribute(span.get(0)));
				}
			}
		}
	}

	private static String attribute(Element element) {
		return element.getAttributes().item(0).getNodeValue();
	}

	private static String words(Element cell) {
		StringBuilder words = new StringBuilder();
		for (Element paragraph : below(cell, "p")) {
			below(paragraph, "t").forEach((text) -> words.append(text.getTextContent()));
			words.append('\n');
		}
		return words.toString();
	}

	private static List<Element> children(Element of, String name) {
		List<Element> found = new ArrayList<>();
		for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element) {
				if (name.equals(element.getLocalName())) {
					found.add(element);
				}
				else if (!element.getLocalName().equals("tbl") && !element.getLocalName().equals("p")) {
					found.addAll(children(element, name));
				}
			}
		}
		return found;
	}

	/** Elements of a name, not within each other nor in what older programs see. */
	private static List<Element> below(Element of, String name) {
		List<Element> found = new ArrayList<>();
		for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element && !"Fallback".equals(element.getLocalName())) {
				if (name.equals(element.getLocalName())) {
					found.add(element);
				}
				else {
					found.addAll(below(element, name));
				}
			}
		}
		return found;
	}

	/**
	 * @param row from 1
	 * @param column from 1
	 */
	public record RawCell(String sheet, int row, int column, String text) {
	}

}
