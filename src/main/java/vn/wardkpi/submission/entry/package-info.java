/**
 * A typed cell on its way to a stored figure.
 */
@NullMarked
@NamedInterface("entry")
package vn.wardkpi.submission.entry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
