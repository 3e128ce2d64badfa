package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import vn.wardkpi.report.content.Block;
import vn.wardkpi.report.content.Block.Style;

/**
 * Collects a text, numbering its sections and the fields below them.
 */
final class Paragraphs {

	private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

	private final List<Block> blocks = new ArrayList<>();

	private int sections;

	private int fields;

	void section(String title) {
		this.blocks.add(new Block(Style.SECTION, ROMAN.get(this.sections) + ". " + title.toUpperCase(Locale.ROOT)));
		this.sections++;
		this.fields = 0;
	}

	void field(String title) {
		this.fields++;
		this.blocks.add(new Block(Style.FIELD, this.fields + ". " + title));
	}

	void label(String text) {
		this.blocks.add(new Block(Style.LABEL, text));
	}

	void paragraph(String text) {
		this.blocks.add(new Block(Style.PARAGRAPH, text));
	}

	void item(String text) {
		this.blocks.add(new Block(Style.ITEM, "- " + text));
	}

	List<Block> blocks() {
		return this.blocks;
	}

}
