package vn.wardkpi.planimport.source;

import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/**
 * Parts of office files: no document types, so no entities of any kind. Elements and
 * attributes go by their local names, for the namespaces differ between the transitional
 * and the strict form.
 */
final class OfficeXml {

	private static final XMLInputFactory FACTORY = XMLHelper.newXMLInputFactory();

	private OfficeXml() {
	}

	/**
	 * A reader that stands at the root element.
	 */
	static XMLStreamReader open(InputStream data) throws XMLStreamException {
		XMLStreamReader events = FACTORY.createXMLStreamReader(data);
		while (events.getEventType() != XMLStreamConstants.START_ELEMENT) {
			if (events.next() == XMLStreamConstants.DTD) {
				throw new XMLStreamException("A document type has no place in an office file", events.getLocation());
			}
		}
		return events;
	}

	static @Nullable String attribute(XMLStreamReader events, String name) {
		for (int i = 0; i < events.getAttributeCount(); i++) {
			if (events.getAttributeLocalName(i).equals(name)) {
				return events.getAttributeValue(i);
			}
		}
		return null;
	}

	/** A property that is on where it stands, unless it says that it is off. */
	static boolean isOn(XMLStreamReader events) {
		String value = attribute(events, "val");
		return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
	}

	/**
	 * A whole number in an attribute, or the other if there is none that can be read.
	 */
	static int number(@Nullable String value, int otherwise) {
		if (value == null || value.isEmpty() || value.length() > 9) {
			return otherwise;
		}
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			return otherwise;
		}
	}

	static boolean isEnd(XMLStreamReader events, String name) {
		return events.getEventType() == XMLStreamConstants.END_ELEMENT && events.getLocalName().equals(name);
	}

	static boolean isStart(XMLStreamReader events) {
		return events.getEventType() == XMLStreamConstants.START_ELEMENT;
	}

	/**
	 * Goes to the end of the element that began.
	 * @return the texts within it
	 */
	static String skip(XMLStreamReader events) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		for (int depth = 1; depth > 0;) {
			int event = events.next();
			if (event == XMLStreamConstants.CHARACTERS && text.length() < 200) {
				text.append(events.getText());
			}
			depth += (event == XMLStreamConstants.START_ELEMENT) ? 1
					: (event == XMLStreamConstants.END_ELEMENT) ? -1 : 0;
		}
		return text.toString().strip();
	}

}
