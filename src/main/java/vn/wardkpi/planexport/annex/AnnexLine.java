package vn.wardkpi.planexport.annex;

import java.util.List;

/**
 * A row below the heading.
 *
 * @param cells one a column
 */
record AnnexLine(Kind kind, List<String> cells) {

	AnnexLine {
		cells = List.copyOf(cells);
	}

	/**
	 * {@code SECTION} names the field of the rows below, {@code OF_WHICH} says "Trong
	 * đó".
	 */
	enum Kind {

		SECTION, OF_WHICH, COUNTED, PART

	}

}
