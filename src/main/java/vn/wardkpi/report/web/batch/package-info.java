/**
 * Pages and API of the reports of many wards.
 */
@NullMarked
package vn.wardkpi.report.web.batch;

import org.jspecify.annotations.NullMarked;
