package vn.wardkpi.planimport.source;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text in one manner of writing.
 *
 * @param style {@code null} where the cell's own applies
 */
record Run(String text, @Nullable RunStyle style) {
}
