package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import vn.wardkpi.planimport.source.DocumentStyles.ListPlace;
import vn.wardkpi.planimport.text.RunStyle;
import vn.wardkpi.planimport.text.RunText;
import vn.wardkpi.planimport.text.SymbolFont;
import vn.wardkpi.shared.Problem;

/**
 * The paragraphs of a document's cell or body, event by event: with the numbers of lists,
 * with tracked insertions and without tracked deletions.
 */
class DocumentText {

	private final DocumentStyles styles;

	private final ListNumbers numbers;

	private RunText text = new RunText();

	private RunStyle paragraph = RunStyle.PLAIN;

	private final List<Problem> problems = new ArrayList<>();

	private boolean placeholder;

	DocumentText(DocumentStyles styles, ListNumbers numbers) {
		this.styles = styles;
		this.numbers = numbers;
	}

	/**
	 * Takes an element that begins; reads on to its end where it has text.
	 * @param inCell whether a drawing's text would be lost
	 */
	void element(XMLStreamReader events, boolean inCell) throws XMLStreamException {
		switch (events.getLocalName()) {
			case "p" -> this.paragraph = RunStyle.PLAIN;
			case "pPr" -> paragraph(events);
			case "r" -> run(events, inCell);
			case "del", "moveFrom" -> {
				if (!OfficeXml.skip(events).isEmpty()) {
					this.problems.add(Problem.info("import-tracked-change"));
				}
			}
			case "den" -> this.text.add("/");
			case "sup" -> this.text.add("^");
			case "showingPlcHdr" -> this.placeholder = OfficeXml.isOn(events);
			case "sdtContent" -> {
				if (this.placeholder) {
					OfficeXml.skip(events);
				}
				this.placeholder = false;
			}
			case "Fallback", "instrText", "sdtEndPr", "docPartObj" -> OfficeXml.skip(events);
			default -> {
			}
		}
	}

	void endOfParagraph() {
		this.text.add("\n");
	}

	private void paragraph(XMLStreamReader events) throws XMLStreamException {
		ListPlace place = null;
		String style = null;
		boolean gone = false;
		while (!OfficeXml.isEnd(events, "pPr")) {
			events.next();
			if (OfficeXml.isStart(events)) {
				switch (events.getLocalName()) {
					case "pStyle" -> style = OfficeXml.attribute(events, "val");
					case "numPr" -> place = DocumentStyles.list(events);
					case "pPrChange" -> OfficeXml.skip(events);
					case "del", "moveFrom" -> gone = true;
					default -> {
					}
				}
			}
		}
		this.paragraph = this.styles.font(style);
		ListPlace ofStyle = this.styles.list(style);
		ListPlace own = (place != null) ? place : ofStyle;
		if (own != null && own.list() == null && ofStyle != null) {
			own = new ListPlace(ofStyle.list(), own.depth());
		}
		if (own != null && !own.isNone() && !gone) {
			String label = this.numbers.next(String.valueOf(own.list()), own.depth());
			this.text.add(label.isEmpty() ? "" : label + " ");
		}
	}

	private void run(XMLStreamReader events, boolean inCell) throws XMLStreamException {
		RunStyle style = this.paragraph;
		while (true) {
			events.next();
			if (OfficeXml.isEnd(events, "r")) {
				return;
			}
			if (!OfficeXml.isStart(events)) {
				continue;
			}
			switch (events.getLocalName()) {
				case "rPr" -> style = DocumentStyles.font(events, style, this.styles);
				case "t" -> this.text.add(events.getElementText(), style);
				case "tab", "ptab" -> this.text.add(" ");
				case "br", "cr" -> this.text.add("\n");
				case "noBreakHyphen" -> this.text.add("-", style);
				case "sym" -> symbol(events);
				case "drawing", "pict", "object", "AlternateContent" -> {
					if (!inCell) {
						return;
					}
					if (!OfficeXml.skip(events).isEmpty()) {
						this.problems.add(Problem.warning("import-drawing-left-out"));
					}
				}
				case "instrText", "delText", "delInstrText" -> OfficeXml.skip(events);
				default -> {
				}
			}
		}
	}

	private void symbol(XMLStreamReader events) {
		String font = OfficeXml.attribute(events, "font");
		String code = OfficeXml.attribute(events, "char");
		if (code != null && code.matches("[0-9A-Fa-f]{1,4}")) {
			String sign = String.valueOf((char) Integer.parseInt(code, 16));
			boolean symbols = "Symbol".equalsIgnoreCase(font);
			this.text.add(symbols ? SymbolFont.toUnicode(sign, true) : "\ufffd");
		}
	}

	/** What was taken since last asked. */
	RunText take() {
		RunText taken = this.text;
		taken.problems().addAll(this.problems);
		this.text = new RunText();
		this.problems.clear();
		return taken;
	}

}
