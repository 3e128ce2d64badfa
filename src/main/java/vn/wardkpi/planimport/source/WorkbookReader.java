package vn.wardkpi.planimport.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;

/**
 * Workbooks (.xlsx, also in the strict form), read as a stream: the digits as they are
 * stored, formulas by their last result. What the office does not see, hidden sheets,
 * rows and columns, is left out and said so.
 */
class WorkbookReader {

	private final List<SourceTable> tables = new ArrayList<>();

	private final List<SourceProblem> problems = new ArrayList<>();

	private final List<SheetName> sheets = new ArrayList<>();

	private boolean from1904;

	SourceFile read(byte[] content) {
		try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
			PackagePart workbook = OfficeParts.main(file, "/xl/workbook.xml");
			OfficeParts.read(workbook, this::workbook);
			SharedTexts texts = new SharedTexts(OfficeParts.related(workbook, "sharedStrings"));
			CellStyles styles = new CellStyles(OfficeParts.related(workbook, "styles"));
			for (SheetName sheet : this.sheets) {
				read(sheet, workbook, texts, styles);
			}
		}
		catch (RefusedException ex) {
			throw ex;
		}
		catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException ex) {
			throw FileKind.broken(ex);
		}
		return new SourceFile(this.tables, this.problems);
	}

	private void workbook(XMLStreamReader events) {
		if (events.getLocalName().equals("workbookPr")) {
			this.from1904 = isTrue(OfficeXml.attribute(events, "date1904"));
		}
		else if (events.getLocalName().equals("sheet")) {
			String state = OfficeXml.attribute(events, "state");
			this.sheets.add(new SheetName(Objects.requireNonNull(OfficeXml.attribute(events, "name")),
					Objects.requireNonNull(OfficeXml.attribute(events, "id")),
					state != null && !state.equals("visible")));
		}
	}

	private void read(SheetName sheet, PackagePart workbook, SharedTexts texts, CellStyles styles)
			throws OpenXML4JException, IOException, XMLStreamException {
		if (sheet.hidden()) {
			this.problems.add(new SourceProblem(Problem.warning("import-hidden-sheet", sheet.name()),
					new Place(sheet.name(), null, null)));
			return;
		}
		PackageRelationship relation = workbook.getRelationship(sheet.relation());
		if (relation == null) {
			throw new IOException("A sheet is missing");
		}
		if (!relation.getRelationshipType().endsWith("/worksheet")) {
			this.problems.add(new SourceProblem(Problem.info("import-table-ignored", sheet.name()),
					new Place(sheet.name(), null, null)));
			return;
		}
		PackagePart part = workbook.getRelatedPart(relation);
		this.problems.addAll(new OutsideText.OfSheet(sheet.name()).read(part));
		try (InputStream data = part.getInputStream()) {
			SheetReader reader = new SheetReader(sheet.name(), styles, texts, this.from1904);
			this.tables.add(reader.read(OfficeXml.open(data)));
			this.problems.addAll(reader.problems());
		}
	}

	static boolean isTrue(@Nullable String value) {
		return "1".equals(value) || "true".equals(value);
	}

	private record SheetName(String name, String relation, boolean hidden) {
	}

}
