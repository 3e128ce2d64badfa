/**
 * The pages on which submissions are reviewed.
 */
@NullMarked
package vn.wardkpi.submission.web.review;

import org.jspecify.annotations.NullMarked;
