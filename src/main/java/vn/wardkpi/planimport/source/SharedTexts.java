package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.text.Run;
import vn.wardkpi.planimport.text.RunStyle;

/**
 * The texts that the cells of a workbook share, piece by piece.
 */
class SharedTexts {

	private final List<List<Run>> texts = new ArrayList<>();

	SharedTexts(@Nullable PackagePart part) throws IOException, XMLStreamException {
		OfficeParts.read(part, (events) -> {
			if (events.getLocalName().equals("si")) {
				this.texts.add(runs(events, "si"));
			}
		});
	}

	/**
	 * @throws IndexOutOfBoundsException if there is none
	 */
	List<Run> get(int index) {
		return this.texts.get(index);
	}

	/**
	 * The pieces within an element, to its end.
	 */
	static List<Run> runs(XMLStreamReader events, String end) throws XMLStreamException {
		List<Run> runs = new ArrayList<>();
		RunStyle style = null;
		while (events.hasNext()) {
			events.next();
			if (OfficeXml.isEnd(events, end)) {
				return runs;
			}
			if (OfficeXml.isEnd(events, "r")) {
				style = null;
			}
			if (!OfficeXml.isStart(events)) {
				continue;
			}
			switch (events.getLocalName()) {
				case "rPr" -> style = style(events, "rPr");
				case "t" -> runs.add(new Run(events.getElementText(), style));
				case "rPh" -> OfficeXml.skip(events);
				default -> {
				}
			}
		}
		return runs;
	}

	/**
	 * The font that an element describes, to its end.
	 */
	static RunStyle style(XMLStreamReader events, String end) throws XMLStreamException {
		String font = null;
		boolean struck = false;
		boolean raised = false;
		while (events.hasNext()) {
			events.next();
			if (OfficeXml.isEnd(events, end)) {
				break;
			}
			if (OfficeXml.isStart(events)) {
				switch (events.getLocalName()) {
					case "rFont", "name" -> font = OfficeXml.attribute(events, "val");
					case "strike" -> struck = OfficeXml.isOn(events);
					case "vertAlign" -> raised = "superscript".equals(OfficeXml.attribute(events, "val"));
					default -> {
					}
				}
			}
		}
		return new RunStyle(font, struck, false, raised);
	}

}
