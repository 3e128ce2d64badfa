package vn.wardkpi.dashboard.web.kept;

/**
 * What a page puts into the frame; the frame itself shows who is signed in and is drawn
 * for each request.
 *
 * @param illustrative whether the frame says that the figures are invented
 */
record Rendered(String title, String assets, String main, boolean illustrative) {

	/** Bytes in memory, roughly: two for a letter. */
	int size() {
		return 2 * (this.title.length() + this.assets.length() + this.main.length()) + 100;
	}

}
