/**
 * The pages on which a lead unit enters its figures.
 */
@NullMarked
package vn.wardkpi.submission.web.entry;

import org.jspecify.annotations.NullMarked;
