/**
 * Figures and submissions in the HTTP API.
 */
@NullMarked
package vn.wardkpi.submission.web.api;

import org.jspecify.annotations.NullMarked;
