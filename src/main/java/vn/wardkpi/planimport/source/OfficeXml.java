package vn.wardkpi.planimport.source;

import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.util.XMLHelper;

/**
 * Parts of office files: no document types, so no entities of any kind.
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

}
