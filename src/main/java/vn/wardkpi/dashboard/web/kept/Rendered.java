package vn.wardkpi.dashboard.web.kept;

/**
 * What a page puts into the frame, in the bytes that are sent; the frame itself shows who
 * is signed in and is drawn for each request.
 *
 * @param illustrative whether the frame says that the figures are invented
 */
record Rendered(byte[] title, byte[] assets, byte[] main, boolean illustrative) {

	/** Bytes in memory, roughly. */
	int size() {
		return this.title.length + this.assets.length + this.main.length + 100;
	}

}
