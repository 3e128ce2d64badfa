/**
 * Submitting, approving, returning, reopening, and a reviewer's own verdicts.
 */
@NullMarked
@NamedInterface("review")
package vn.wardkpi.submission.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
