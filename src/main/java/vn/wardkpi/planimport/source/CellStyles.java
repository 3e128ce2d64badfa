package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.text.RunStyle;

/**
 * How the cells of a workbook show what they hold: formats of numbers and fonts.
 */
class CellStyles {

	private static final Style NONE = new Style(0, null, RunStyle.PLAIN);

	private final Map<Integer, String> formats = new HashMap<>();

	private final List<RunStyle> fonts = new ArrayList<>();

	private final List<Style> styles = new ArrayList<>();

	CellStyles(@Nullable PackagePart part) throws IOException, XMLStreamException {
		OfficeParts.read(part, this::read);
	}

	private void read(XMLStreamReader events) throws XMLStreamException {
		switch (events.getLocalName()) {
			case "numFmt" -> {
				String code = OfficeXml.attribute(events, "formatCode");
				if (code != null) {
					this.formats.putIfAbsent(OfficeXml.number(OfficeXml.attribute(events, "numFmtId"), 0), code);
				}
			}
			case "fonts" -> {
				while (!OfficeXml.isEnd(events, "fonts")) {
					events.next();
					if (OfficeXml.isStart(events) && events.getLocalName().equals("font")) {
						this.fonts.add(SharedTexts.style(events, "font").lowered());
					}
				}
			}
			case "cellXfs" -> {
				while (!OfficeXml.isEnd(events, "cellXfs")) {
					events.next();
					if (OfficeXml.isStart(events) && events.getLocalName().equals("xf")) {
						this.styles.add(style(events));
					}
				}
			}
			case "dxfs", "cellStyleXfs" -> OfficeXml.skip(events);
			default -> {
			}
		}
	}

	private Style style(XMLStreamReader events) {
		int format = OfficeXml.number(OfficeXml.attribute(events, "numFmtId"), 0);
		int font = OfficeXml.number(OfficeXml.attribute(events, "fontId"), 0);
		String code = this.formats.get(format);
		return new Style(format, (code != null) ? code : builtin(format),
				(0 <= font && font < this.fonts.size()) ? this.fonts.get(font) : RunStyle.PLAIN);
	}

	private static @Nullable String builtin(int format) {
		return (0 <= format && format < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX)
				? BuiltinFormats.getBuiltinFormat(format) : null;
	}

	Style get(@Nullable String index) {
		int i = OfficeXml.number(index, 0);
		return (0 <= i && i < this.styles.size()) ? this.styles.get(i) : NONE;
	}

	/**
	 * @param format id of the number format
	 * @param code its code
	 * @param font of texts without one of their own
	 */
	record Style(int format, @Nullable String code, RunStyle font) {
	}

}
