package vn.wardkpi.dashboard.web.chart;

/**
 * The sizes that a chart is drawn in. A unit is about a pixel where each is shown.
 *
 * @see ChartDrawing
 */
enum Frame {

	/** Beside the verdict at a desk, and on paper. */
	WIDE(720, 240, 14),

	/** On a phone, with letters as large. */
	NARROW(320, 200, 13),

	/**
	 * In a hall, read from afar: drawn smaller and larger to fit what the words leave.
	 */
	HALL(900, 180, 20),

	/** To keep: it says what it shows. */
	FILE(960, 400, 16);

	private final int width;

	private final int height;

	private final int letters;

	Frame(int width, int height, int letters) {
		this.width = width;
		this.height = height;
		this.letters = letters;
	}

	int width() {
		return this.width;
	}

	/** Of what lies between the axes. */
	int height() {
		return this.height;
	}

	int letters() {
		return this.letters;
	}

	int line() {
		return this.letters * 3 / 2;
	}

	/** About how wide words are. */
	int widthOf(String words) {
		return words.length() * this.letters * 6 / 10;
	}

}
