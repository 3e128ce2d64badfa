/**
 * What a file is, by its content, and what makes it unwelcome.
 */
@NullMarked
package vn.wardkpi.evidence.content;

import org.jspecify.annotations.NullMarked;
