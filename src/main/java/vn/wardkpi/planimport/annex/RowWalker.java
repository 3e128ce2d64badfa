package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.Marker.Kind;

/**
 * Goes down the rows of a table and gives each its number: sub-rows with dashes, letters
 * or "Trong đó" are numbered below the last numbered row.
 */
class RowWalker {

	private static final int DEEPEST = 4;

	/** Which kind of marker numbers the indicators themselves. */
	private final Kind top;

	private final boolean ownBullets;

	/** From the last numbered row down to the row before. */
	private final List<Level> path = new ArrayList<>();

	private final Map<String, Integer> children = new HashMap<>();

	/** Rows of this depth and more are those of the last "Trong đó". */
	private int ofWhich;

	/** Whether that stands within another: where it ends, nobody can see. */
	private boolean nested;

	private @Nullable String field;

	private int counted;

	/** Whether the last row with a capital letter has those with Roman numerals below. */
	private boolean lettered;

	/** The kind of dash that numbers the indicators, where dashes do. */
	private @Nullable String bullet;

	/**
	 * @param ownBullets whether dashes in a column of numbers stand for numbers
	 */
	RowWalker(Kind top, boolean ownBullets) {
		this.top = top;
		this.ownBullets = ownBullets;
	}

	void section(String name) {
		this.field = name;
		this.path.clear();
		this.ofWhich = 0;
		this.nested = false;
	}

	void ofWhich() {
		this.nested = insideOfWhich() && this.path.size() > this.ofWhich;
		this.ofWhich = this.path.size();
	}

	boolean insideOfWhich() {
		return this.ofWhich > 0;
	}

	boolean hasParent() {
		return !this.path.isEmpty();
	}

	@Nullable String field() {
		return this.field;
	}

	/**
	 * @param own whether the marker stands in a column of numbers, not before the name
	 */
	Numbered number(Marker marker, boolean own) {
		if (this.top == Kind.ROMAN && marker.kind() == Kind.NUMBER && hasParent()) {
			return below(marker, marker.number());
		}
		if (marker.kind() == Kind.NUMBER) {
			return numbered(marker.number());
		}
		if (this.lettered && marker.kind() == Kind.ROMAN && !marker.isCapital() && hasParent()) {
			return below(marker, null);
		}
		if (isTop(marker, own)) {
			this.lettered = marker.isCapital();
			return numbered(ordered(marker));
		}
		if (marker.kind() == Kind.ROMAN) {
			return Numbered.refused("import-number-roman");
		}
		if (!hasParent()) {
			return Numbered.refused("import-number-without-parent");
		}
		return below(marker, null);
	}

	private boolean isTop(Marker marker, boolean own) {
		if (marker.kind() != this.top) {
			return false;
		}
		if (marker.kind() == Kind.BULLET && !this.ownBullets) {
			this.bullet = (this.bullet != null) ? this.bullet : kind(marker);
			return !insideOfWhich() && this.bullet.equals(kind(marker));
		}
		return own || (!insideOfWhich() && marker.kind() != Kind.BULLET);
	}

	private String ordered(Marker marker) {
		this.counted++;
		boolean counts = marker.kind() == Kind.BULLET || marker.isBlank();
		return counts ? String.valueOf(this.counted) : marker.number();
	}

	private Numbered below(Marker marker, @Nullable String number) {
		String kind = kind(marker);
		int level = level(kind, marker);
		while (this.path.size() > level) {
			this.path.remove(this.path.size() - 1);
		}
		Level parent = this.path.get(this.path.size() - 1);
		boolean again = this.nested && this.children.getOrDefault(parent.no(), 0) > 0;
		boolean guessed = marker.isBlank() && (!insideOfWhich() || again);
		String base = (number != null && number.indexOf('.') > 0) ? ofRoman().no() : parent.no();
		String no = base + "." + ((number != null) ? number : this.children.merge(parent.no(), 1, Integer::sum));
		if (no.split("\\.").length > DEEPEST) {
			return Numbered.refused("import-number-too-deep");
		}
		this.path.add(new Level(no, kind));
		return new Numbered(no, no.substring(0, no.lastIndexOf('.')), guessed, null);
	}

	/** The row that numbers of several parts begin below. */
	private Level ofRoman() {
		return this.path.get((this.path.size() > 1 && this.path.get(1).kind().equals("I")) ? 1 : 0);
	}

	/** How many rows of the path stay above a row of this kind. */
	private int level(String kind, Marker marker) {
		int from = Math.max(1, this.ofWhich);
		for (int i = this.path.size() - 1; i >= from; i--) {
			if (this.path.get(i).kind().equals(kind)) {
				return i;
			}
		}
		if (this.ofWhich > 0 && this.path.size() > this.ofWhich) {
			for (int i = this.ofWhich - 1; i >= 1; i--) {
				if (this.path.get(i).kind().equals(kind) && !marker.isBlank()) {
					this.ofWhich = 0;
					this.nested = false;
					return i;
				}
			}
		}
		return this.path.size();
	}

	private static String kind(Marker marker) {
		return switch (marker.kind()) {
			case LETTER -> "a";
			case ROMAN -> "I";
			case NUMBER -> "1" + ".".repeat((int) marker.number().chars().filter((c) -> c == '.').count());
			case BULLET -> "–—−".contains(marker.text()) ? "-" : marker.text();
			default -> "";
		};
	}

	private Numbered numbered(String no) {
		this.path.clear();
		this.path.add(new Level(no, "1"));
		this.children.remove(no);
		this.ofWhich = 0;
		this.nested = false;
		int dot = no.lastIndexOf('.');
		return new Numbered(no, (dot > 0) ? no.substring(0, dot) : null, false, null);
	}

	private record Level(String no, String kind) {
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
