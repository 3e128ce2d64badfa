package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an office file by their relationships, in the transitional form of the
 * format as in the strict one, whose types are named otherwise but end alike.
 */
final class OfficeParts {

	private OfficeParts() {
	}

	/**
	 * The part that all others hang on.
	 */
	static PackagePart main(OPCPackage file, String usualName) throws OpenXML4JException, IOException {
		for (PackageRelationship relation : file.getRelationships()) {
			if (relation.getRelationshipType().endsWith("/officeDocument")) {
				PackagePart part = file.getPart(relation);
				if (part != null) {
					return part;
				}
			}
		}
		PackagePart part = file.getPart(PackagingURIHelper.createPartName(usualName));
		if (part == null) {
			throw new IOException("The file has no main part");
		}
		return part;
	}

	/**
	 * A part of a kind, if there is one.
	 * @param kind the last part of the relationship's type, "styles"
	 */
	static @Nullable PackagePart related(PackagePart main, String kind) throws OpenXML4JException {
		for (PackageRelationship relation : main.getRelationships()) {
			if (relation.getTargetMode() == TargetMode.INTERNAL
					&& relation.getRelationshipType().endsWith("/" + kind)) {
				return main.getRelatedPart(relation);
			}
		}
		return null;
	}

	/**
	 * Goes through a part from element to element.
	 */
	static void read(@Nullable PackagePart part, ElementReader reader) throws IOException, XMLStreamException {
		if (part == null) {
			return;
		}
		try (InputStream data = part.getInputStream()) {
			XMLStreamReader events = OfficeXml.open(data);
			while (events.hasNext()) {
				if (events.next() == XMLStreamConstants.START_ELEMENT) {
					reader.element(events);
				}
			}
		}
	}

	/**
	 * Takes an element that begins; may read on to its end.
	 */
	@FunctionalInterface
	interface ElementReader {

		void element(XMLStreamReader events) throws XMLStreamException;

	}

}
