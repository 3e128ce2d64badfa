/**
 * The code by which a paper is looked up, and its picture.
 */
@NullMarked
package vn.wardkpi.report.mark;

import org.jspecify.annotations.NullMarked;
