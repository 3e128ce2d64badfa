package vn.wardkpi.planexport.annex;

import java.util.List;
import java.util.Optional;

/**
 * A row below the heading.
 *
 * @param cells one a column
 */
public record AnnexLine(Kind kind, List<String> cells) {

	public AnnexLine {
		cells = List.copyOf(cells);
	}

	/** Number of the indicator it is of; nothing for a line of words. */
	public Optional<String> no() {
		return (this.kind == Kind.COUNTED || this.kind == Kind.PART) ? Optional.of(this.cells.get(0))
				: Optional.empty();
	}

	/**
	 * {@code SECTION} names the field of the rows below, {@code OF_WHICH} says "Trong
	 * đó".
	 */
	public enum Kind {

		SECTION, OF_WHICH, COUNTED, PART

	}

}
