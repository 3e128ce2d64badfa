package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.text.CellText;
import vn.wardkpi.shared.Problem;

/**
 * The text of a file that stands in no table: what has figures is named, the rest is
 * counted.
 */
class OutsideText {

	private static final int MOST_NAMED = 20;

	private static final Set<String> PARTS = Set.of("header", "footer", "footnotes", "endnotes");

	/** Dates, years, numbers of documents and of paragraphs are no figures. */
	private static final Pattern NO_FIGURES = Pattern.compile(
			"(?iu)ngày .{0,12}tháng .{0,8}năm \\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d+(?:/\\d{4})?/\\p{L}[\\p{L}\\d-]*"
					+ "|(?<!\\d)(?:19|20)\\d\\d(?!\\d)|^[\\p{L}]{0,2}\\d{1,2}(?:\\.\\d{1,2})*[.)/: ]|(?:phụ lục|biểu|điều|khoản|mẫu)(?: số)? ?:? ?\\d+");

	private final List<String> named = new ArrayList<>();

	private int others;

	/**
	 * @param read whether it stands above a table and is taken for its title
	 */
	void add(String text, boolean read) {
		String clean = CellText.clean(text).replace('\n', ' ');
		if (clean.chars().noneMatch(Character::isLetter)) {
			return;
		}
		if (hasFigures(clean) && this.named.size() < MOST_NAMED) {
			this.named.add(clean);
		}
		else if (!read) {
			this.others++;
		}
	}

	static boolean hasFigures(String text) {
		return NO_FIGURES.matcher(text).replaceAll(" ").chars().anyMatch(Character::isDigit);
	}

	/** Heads, feet and notes of the pages. */
	void addParts(PackagePart main) throws OpenXML4JException, IOException, XMLStreamException {
		for (PackageRelationship relation : main.getRelationships()) {
			String type = relation.getRelationshipType();
			if (relation.getTargetMode() == TargetMode.INTERNAL
					&& PARTS.contains(type.substring(type.lastIndexOf('/') + 1))) {
				paragraphs(main.getRelatedPart(relation), "p").forEach((text) -> add(text, true));
			}
		}
	}

	/**
	 * The texts of a part, one for each element of a name.
	 */
	static List<String> paragraphs(PackagePart part, String name) throws IOException, XMLStreamException {
		List<String> texts = new ArrayList<>();
		OfficeParts.read(part, (events) -> {
			if (events.getLocalName().equals(name)) {
				texts.add(text(events, name));
			}
		});
		return texts;
	}

	static String text(XMLStreamReader events, String end) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		while (!OfficeXml.isEnd(events, end)) {
			events.next();
			if (OfficeXml.isStart(events) && events.getLocalName().equals("t")) {
				text.append(events.getElementText());
			}
		}
		return text.toString();
	}

	List<SourceProblem> problems() {
		List<SourceProblem> problems = new ArrayList<>();
		this.named.forEach((text) -> problems
			.add(new SourceProblem(Problem.info("import-text-outside", CellText.abbreviated(text)), Place.FILE)));
		if (this.others > 0) {
			problems.add(new SourceProblem(Problem.info("import-text-more", String.valueOf(this.others)), Place.FILE));
		}
		return problems;
	}

	/**
	 * Text that lies over a sheet and not in its cells: text boxes and comments. A box
	 * with figures may hold targets and is asked about.
	 */
	static class OfSheet {

		private static final int MOST = 50;

		private final SourceProblems problems;

		private int found;

		OfSheet(String sheet) {
			this.problems = new SourceProblems(sheet);
		}

		List<SourceProblem> read(PackagePart sheet) throws OpenXML4JException, IOException, XMLStreamException {
			for (PackageRelationship relation : sheet.getRelationships()) {
				if (relation.getTargetMode() != TargetMode.INTERNAL) {
					continue;
				}
				if (relation.getRelationshipType().endsWith("/drawing")) {
					for (String text : paragraphs(sheet.getRelatedPart(relation), "txBody")) {
						box(CellText.clean(text));
					}
				}
				else if (relation.getRelationshipType().endsWith("/comments")) {
					OfficeParts.read(sheet.getRelatedPart(relation), (events) -> {
						if (events.getLocalName().equals("comment")) {
							String cell = OfficeXml.attribute(events, "ref");
							comment(cell, CellText.clean(text(events, "comment")));
						}
					});
				}
			}
			return this.problems.found();
		}

		private void box(String text) {
			if (isNew(text)) {
				String shown = CellText.abbreviated(text);
				this.problems.add(hasFigures(text) ? Problem.warning("import-box-left-out", shown)
						: Problem.info("import-box-left-out", shown), null, null);
			}
		}

		private void comment(@Nullable String cell, String text) {
			if (cell != null && isNew(text)) {
				CellReference place = new CellReference(cell);
				this.problems.add(Problem.info("import-comment-left-out", CellText.abbreviated(text)),
						place.getRow() + 1, (int) place.getCol());
			}
		}

		private boolean isNew(String text) {
			this.found += text.isBlank() ? 0 : 1;
			return !text.isBlank() && this.found <= MOST;
		}

	}

}
