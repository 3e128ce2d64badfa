/**
 * What the pages and the API of a submission share.
 */
@NullMarked
package vn.wardkpi.submission.web;

import org.jspecify.annotations.NullMarked;
