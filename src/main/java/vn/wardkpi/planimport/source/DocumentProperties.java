package vn.wardkpi.planimport.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import vn.wardkpi.office.OfficeFile;

/**
 * What programs keep in an office document beside what it shows: its custom properties.
 */
public final class DocumentProperties {

	private static final String PART = "docProps/custom.xml";

	private static final int MOST_BYTES = 2 * 1024 * 1024;

	private DocumentProperties() {
	}

	/**
	 * Texts by name; none where the file is no office document or keeps none.
	 */
	public static Map<String, String> of(byte[] content) {
		if (!OfficeFile.isZip(content)) {
			return Map.of();
		}
		try {
			byte[] part = OfficeFile.part(content, PART, MOST_BYTES);
			return (part.length == 0) ? Map.of() : read(OfficeXml.open(new ByteArrayInputStream(part)));
		}
		catch (IOException | XMLStreamException ex) {
			throw FileKind.broken(ex);
		}
	}

	private static Map<String, String> read(XMLStreamReader events) throws XMLStreamException {
		Map<String, String> properties = new LinkedHashMap<>();
		String name = "";
		while (events.hasNext()) {
			if (events.next() != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			if (events.getLocalName().equals("property")) {
				String named = events.getAttributeValue(null, "name");
				name = (named != null) ? named : "";
			}
			else if (events.getLocalName().equals("lpwstr")) {
				properties.put(name, events.getElementText());
			}
		}
		return properties;
	}

}
