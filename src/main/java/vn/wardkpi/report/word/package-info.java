/**
 * A report as a document that an office edits on.
 */
@NullMarked
package vn.wardkpi.report.word;

import org.jspecify.annotations.NullMarked;
