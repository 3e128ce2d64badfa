/**
 * Reports as they were issued, and whether a paper agrees with the record.
 */
@NullMarked
package vn.wardkpi.report.archive;

import org.jspecify.annotations.NullMarked;
