/**
 * Ward KPI: five-year plan indicators of Vietnamese wards and communes.
 */
@NullMarked
package vn.wardkpi;

import org.jspecify.annotations.NullMarked;
