package vn.wardkpi.planimport.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException;

/**
 * The tables of a Word document (.docx), with tracked insertions and without tracked
 * deletions.
 */
class DocumentReader {

	private static final String STRICT_CORE = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

	private final List<SourceTable> tables = new ArrayList<>();

	SourceFile read(byte[] content) {
		try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content));
				InputStream data = mainPart(file).getInputStream()) {
			XMLStreamReader events = OfficeXml.open(data);
			while (events.hasNext()) {
				if (events.next() == XMLStreamConstants.START_ELEMENT && events.getLocalName().equals("tbl")) {
					this.tables.add(table(events));
				}
			}
		}
		catch (RefusedException ex) {
			throw ex;
		}
		catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException ex) {
			throw FileKind.broken(ex);
		}
		return new SourceFile(this.tables, List.of());
	}

	private static PackagePart mainPart(OPCPackage file) throws OpenXML4JException, IOException {
		PackageRelationshipCollection core = file.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
		if (core.isEmpty()) {
			core = file.getRelationshipsByType(STRICT_CORE);
		}
		PackageRelationship relation = core.isEmpty() ? null : core.getRelationship(0);
		PackagePart part = (relation != null) ? file.getPart(relation)
				: file.getPart(PackagingURIHelper.createPartName("/word/document.xml"));
		if (part == null) {
			throw new IOException("The document has no main part");
		}
		return part;
	}

	private SourceTable table(XMLStreamReader events) throws XMLStreamException {
		RowCollector rows = new RowCollector();
		Map<Integer, Merge> open = new HashMap<>();
		List<Merge> merges = new ArrayList<>();
		int row = 0;
		while (!isEnd(events, events.next(), "tbl")) {
			if (events.getEventType() == XMLStreamConstants.START_ELEMENT && events.getLocalName().equals("tr")) {
				row++;
				int column = 0;
				while (!isEnd(events, events.next(), "tr")) {
					if (events.getEventType() != XMLStreamConstants.START_ELEMENT) {
						continue;
					}
					if (events.getLocalName().equals("gridBefore")) {
						column += span(events);
					}
					else if (events.getLocalName().equals("tc")) {
						Cell cell = cell(events);
						rows.put(row, column, cell.text());
						merge(row, column, cell, open, merges);
						column += cell.span();
					}
				}
			}
		}
		merges.forEach((merge) -> rows.merge(merge.row(), merge.column(), merge.lastRow(), merge.lastColumn()));
		open.values().forEach((merge) -> rows.merge(merge.row(), merge.column(), merge.lastRow(), merge.lastColumn()));
		return rows.table("Bảng " + (this.tables.size() + 1));
	}

	private static void merge(int row, int column, Cell cell, Map<Integer, Merge> open, List<Merge> merges) {
		Merge above = open.remove(column);
		if ("continue".equals(cell.vertical()) && above != null) {
			open.put(column, above.downTo(row));
			return;
		}
		if (above != null) {
			merges.add(above);
		}
		open.put(column, new Merge(row, column, row, column + cell.span() - 1));
	}

	private Cell cell(XMLStreamReader events) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int span = 1;
		String vertical = null;
		while (!isEnd(events, events.next(), "tc")) {
			if (events.getEventType() == XMLStreamConstants.END_ELEMENT && events.getLocalName().equals("p")) {
				text.append('\n');
			}
			if (events.getEventType() != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			switch (events.getLocalName()) {
				case "gridSpan" -> span = span(events);
				case "vMerge" -> vertical = Objects.requireNonNullElse(attribute(events, "val"), "continue");
				case "t" -> text.append(events.getElementText());
				case "tab" -> text.append(' ');
				case "br", "cr" -> text.append('\n');
				case "noBreakHyphen" -> text.append('-');
				case "del", "pPr", "rPr", "drawing", "pict", "instrText" -> skip(events);
				case "tbl" -> this.tables.add(table(events));
				default -> {
				}
			}
		}
		return new Cell(text.toString(), Math.max(1, Math.min(span, SourceTable.MOST_COLUMNS)), vertical);
	}

	private static int span(XMLStreamReader events) {
		String value = attribute(events, "val");
		return (value != null) ? Integer.parseInt(value) : 1;
	}

	private static @Nullable String attribute(XMLStreamReader events, String name) {
		for (int i = 0; i < events.getAttributeCount(); i++) {
			if (events.getAttributeLocalName(i).equals(name)) {
				return events.getAttributeValue(i);
			}
		}
		return null;
	}

	private static boolean isEnd(XMLStreamReader events, int event, String name) {
		return event == XMLStreamConstants.END_ELEMENT && events.getLocalName().equals(name);
	}

	private static void skip(XMLStreamReader events) throws XMLStreamException {
		for (int depth = 1; depth > 0;) {
			int event = events.next();
			depth += (event == XMLStreamConstants.START_ELEMENT) ? 1
					: (event == XMLStreamConstants.END_ELEMENT) ? -1 : 0;
		}
	}

	private record Cell(String text, int span, @Nullable String vertical) {
	}

	private record Merge(int row, int column, int lastRow, int lastColumn) {

		Merge downTo(int row) {
			return new Merge(this.row, this.column, row, this.lastColumn);
		}

	}

}
