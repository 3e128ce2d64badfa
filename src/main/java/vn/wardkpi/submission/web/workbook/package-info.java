/**
 * A form as a workbook: taken along, filled in elsewhere, and read back row by row.
 */
@NullMarked
package vn.wardkpi.submission.web.workbook;

import org.jspecify.annotations.NullMarked;
