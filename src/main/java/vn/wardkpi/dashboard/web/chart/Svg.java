package vn.wardkpi.dashboard.web.chart;

import java.io.StringWriter;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes SVG. What is given as text is escaped.
 */
final class Svg {

	static final String NAMESPACE = "http://www.w3.org/2000/svg";

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

	private final StringWriter written = new StringWriter();

	private final XMLStreamWriter writer;

	private final @Nullable List<Lettering> apart;

	Svg() {
		this(null);
	}

	/**
	 * @param apart where words are put that another writes; {@code null} to write them
	 */
	Svg(@Nullable List<Lettering> apart) {
		this.apart = apart;
		try {
			this.writer = FACTORY.createXMLStreamWriter(this.written);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * @param attributes names and values in turn
	 */
	Svg open(String element, Object... attributes) {
		return write((to) -> {
			to.writeStartElement(element);
			attributes(to, attributes);
		});
	}

	Svg close() {
		return write(XMLStreamWriter::writeEndElement);
	}

	Svg draw(String element, Object... attributes) {
		return write((to) -> {
			to.writeEmptyElement(element);
			attributes(to, attributes);
		});
	}

	Svg text(String words, Object... attributes) {
		if (this.apart != null) {
			this.apart.add(Lettering.of(words, attributes));
			return this;
		}
		return element("text", words, attributes);
	}

	Svg element(String element, String words, Object... attributes) {
		return write((to) -> {
			to.writeStartElement(element);
			attributes(to, attributes);
			to.writeCharacters(words);
			to.writeEndElement();
		});
	}

	private static void attributes(XMLStreamWriter to, Object... attributes) throws XMLStreamException {
		for (int i = 0; i < attributes.length; i += 2) {
			to.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
		}
	}

	private Svg write(Step step) {
		try {
			step.write(this.writer);
			return this;
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		write(XMLStreamWriter::flush);
		return this.written.toString();
	}

	@FunctionalInterface
	private interface Step {

		void write(XMLStreamWriter to) throws XMLStreamException;

	}

}
