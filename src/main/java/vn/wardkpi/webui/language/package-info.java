/**
 * What on a page is in another language than the page says so, for those who hear it.
 */
@NullMarked
package vn.wardkpi.webui.language;

import org.jspecify.annotations.NullMarked;
