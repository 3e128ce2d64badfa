/**
 * A report as a document to keep: tagged, searchable, its fonts with it.
 */
@NullMarked
package vn.wardkpi.report.pdf;

import org.jspecify.annotations.NullMarked;
