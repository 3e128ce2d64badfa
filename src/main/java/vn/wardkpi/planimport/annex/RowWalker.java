package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Goes down the rows of a table and gives each its number: sub-rows with dashes, letters
 * or "Trong đó" are numbered below the last numbered row.
 */
class RowWalker {

	private static final int DEEPEST = 3;

	/** Numbers from the last numbered row down to the row before. */
	private final List<String> path = new ArrayList<>();

	/** The kinds of markers below the last numbered row, outermost first. */
	private final List<String> levels = new ArrayList<>();

	private final Map<String, Integer> children = new HashMap<>();

	private @Nullable String field;

	private boolean ofWhich;

	private int unnumbered;

	void section(String name) {
		this.field = name;
		this.path.clear();
		this.levels.clear();
		this.ofWhich = false;
	}

	void ofWhich() {
		this.ofWhich = true;
	}

	boolean insideOfWhich() {
		return this.ofWhich;
	}

	@Nullable String field() {
		return this.field;
	}

	/**
	 * @param numbers whether the table has a column of numbers
	 */
	Numbered number(Marker marker, boolean numbers) {
		if (marker.kind() == Marker.Kind.NUMBER) {
			return numbered(marker.number());
		}
		if (marker.kind() == Marker.Kind.ROMAN) {
			return Numbered.refused("import-number-roman");
		}
		if (this.path.isEmpty() || (marker.isBlank() && !numbers && !this.ofWhich)) {
			if (numbers || !marker.isBlank()) {
				return Numbered.refused("import-number-without-parent");
			}
			this.unnumbered++;
			start(String.valueOf(this.unnumbered));
			return new Numbered(String.valueOf(this.unnumbered), null, false, null);
		}
		String kind = marker.isBlank() ? "" : (marker.kind() == Marker.Kind.LETTER) ? "a" : marker.text();
		int level = this.levels.indexOf(kind);
		if (level < 0) {
			this.levels.add(kind);
			level = this.levels.size() - 1;
		}
		while (this.path.size() > level + 1) {
			this.path.remove(this.path.size() - 1);
		}
		while (this.levels.size() > level + 1) {
			this.levels.remove(this.levels.size() - 1);
		}
		String parent = this.path.get(this.path.size() - 1);
		String no = parent + "." + this.children.merge(parent, 1, Integer::sum);
		if (no.split("\\.").length > DEEPEST) {
			return Numbered.refused("import-number-too-deep");
		}
		this.path.add(no);
		return new Numbered(no, parent, marker.isBlank() && !this.ofWhich, null);
	}

	private Numbered numbered(String no) {
		start(no);
		int dot = no.lastIndexOf('.');
		return new Numbered(no, (dot > 0) ? no.substring(0, dot) : null, false, null);
	}

	private void start(String no) {
		this.path.clear();
		this.path.add(no);
		this.levels.clear();
		this.children.remove(no);
		this.ofWhich = false;
	}

	/**
	 * @param guessed whether it stands below its parent only for want of a number
	 * @param refusal code of the problem, if the row can have no number
	 */
	record Numbered(String no, @Nullable String parentNo, boolean guessed, @Nullable String refusal) {

		static Numbered refused(String code) {
			return new Numbered("", null, false, code);
		}

	}

}
