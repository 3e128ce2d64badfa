package vn.wardkpi.dashboard.web.kept;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * What a page of a ward shows, as it stands now.
 *
 * @param ward {@code null} where there is nothing that everybody may see
 * @param version another one after every change
 * @param unread how many notices the reader has not read
 */
record Content(@Nullable WardCode ward, String version, int unread) {

	static final Content NONE = new Content(null, "", 0);

}
