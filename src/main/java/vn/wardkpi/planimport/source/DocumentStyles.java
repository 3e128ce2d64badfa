package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.text.RunStyle;

/**
 * What the named styles of a document say of its text: lists, fonts, what is struck out
 * or hidden.
 */
class DocumentStyles {

	private static final int DEEPEST = 20;

	private final Map<String, Named> styles = new HashMap<>();

	DocumentStyles(@Nullable PackagePart part) throws IOException, XMLStreamException {
		OfficeParts.read(part, (events) -> {
			if (events.getLocalName().equals("style")) {
				String id = String.valueOf(OfficeXml.attribute(events, "styleId"));
				this.styles.put(id, named(events));
			}
		});
	}

	private static Named named(XMLStreamReader events) throws XMLStreamException {
		String basedOn = null;
		ListPlace place = null;
		RunStyle font = RunStyle.PLAIN;
		while (!OfficeXml.isEnd(events, "style")) {
			events.next();
			if (OfficeXml.isStart(events)) {
				switch (events.getLocalName()) {
					case "basedOn" -> basedOn = OfficeXml.attribute(events, "val");
					case "numPr" -> place = list(events);
					case "rPr" -> font = font(events, RunStyle.PLAIN, null);
					case "tblStylePr" -> OfficeXml.skip(events);
					default -> {
					}
				}
			}
		}
		return new Named(basedOn, place, font);
	}

	/** A place in a list, to the end of its element. */
	static ListPlace list(XMLStreamReader events) throws XMLStreamException {
		String list = null;
		int depth = 0;
		while (!OfficeXml.isEnd(events, "numPr")) {
			events.next();
			if (OfficeXml.isStart(events)) {
				switch (events.getLocalName()) {
					case "numId" -> list = OfficeXml.attribute(events, "val");
					case "ilvl" -> depth = OfficeXml.number(OfficeXml.attribute(events, "val"), 0);
					default -> OfficeXml.skip(events);
				}
			}
		}
		return new ListPlace(list, depth);
	}

	/**
	 * How a run is written, to the end of its properties.
	 * @param around what holds where the run says nothing
	 * @param styles {@code null} where none can be named
	 */
	static RunStyle font(XMLStreamReader events, RunStyle around, @Nullable DocumentStyles styles)
			throws XMLStreamException {
		String font = around.font();
		boolean struck = around.struck();
		boolean hidden = around.hidden();
		boolean raised = around.raised();
		while (!OfficeXml.isEnd(events, "rPr")) {
			events.next();
			if (!OfficeXml.isStart(events)) {
				continue;
			}
			switch (events.getLocalName()) {
				case "rStyle" -> {
					RunStyle named = (styles != null) ? styles.font(OfficeXml.attribute(events, "val"))
							: RunStyle.PLAIN;
					font = (named.font() != null) ? named.font() : font;
					struck |= named.struck();
					hidden |= named.hidden();
					raised |= named.raised();
				}
				case "rFonts" -> {
					String ascii = OfficeXml.attribute(events, "ascii");
					String other = OfficeXml.attribute(events, "hAnsi");
					font = (ascii != null) ? ascii : (other != null) ? other : font;
				}
				case "strike", "dstrike" -> struck = OfficeXml.isOn(events);
				case "vanish" -> hidden = OfficeXml.isOn(events);
				case "vertAlign" -> raised = "superscript".equals(OfficeXml.attribute(events, "val"));
				case "rPrChange" -> OfficeXml.skip(events);
				default -> {
				}
			}
		}
		return new RunStyle(font, struck, hidden, raised);
	}

	/** The list that a paragraph of this style belongs to, if any. */
	@Nullable ListPlace list(@Nullable String style) {
		Named named = (style != null) ? this.styles.get(style) : null;
		for (int depth = 0; named != null && depth < DEEPEST; depth++) {
			if (named.place() != null) {
				return named.place();
			}
			named = (named.basedOn() != null) ? this.styles.get(named.basedOn()) : null;
		}
		return null;
	}

	/** How text of this style is written. */
	RunStyle font(@Nullable String style) {
		Named named = (style != null) ? this.styles.get(style) : null;
		RunStyle found = RunStyle.PLAIN;
		for (int depth = 0; named != null && depth < DEEPEST; depth++) {
			RunStyle own = named.font();
			found = new RunStyle((found.font() != null) ? found.font() : own.font(), found.struck() || own.struck(),
					found.hidden() || own.hidden(), found.raised() || own.raised());
			named = (named.basedOn() != null) ? this.styles.get(named.basedOn()) : null;
		}
		return found;
	}

	/**
	 * @param list id of the list; {@code null} or "0" for none
	 */
	record ListPlace(@Nullable String list, int depth) {

		boolean isNone() {
			return this.list == null || this.list.equals("0");
		}

	}

	private record Named(@Nullable String basedOn, @Nullable ListPlace place, RunStyle font) {
	}

}
