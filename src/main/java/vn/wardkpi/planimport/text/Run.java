package vn.wardkpi.planimport.text;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text in one manner of writing.
 *
 * @param style {@code null} where the cell's own applies
 */
public record Run(String text, @Nullable RunStyle style) {
}
