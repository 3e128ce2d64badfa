/**
 * A report's annex as a workbook that a reader can check.
 */
@NullMarked
package vn.wardkpi.report.workbook;

import org.jspecify.annotations.NullMarked;
