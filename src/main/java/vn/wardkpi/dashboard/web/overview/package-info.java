/**
 * The page of a province or the country.
 */
@NullMarked
package vn.wardkpi.dashboard.web.overview;

import org.jspecify.annotations.NullMarked;
