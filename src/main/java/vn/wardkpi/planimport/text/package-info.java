/**
 * Texts as offices write them: fonts and encodings of before Unicode, raised, struck-out
 * and hidden pieces become the text that a reader sees.
 */
@NullMarked
package vn.wardkpi.planimport.text;

import org.jspecify.annotations.NullMarked;
