/**
 * Open data of a plan: what was assigned, attained and judged, a row for each indicator,
 * year and issuer.
 */
@NullMarked
package vn.wardkpi.dashboard.web.data;

import org.jspecify.annotations.NullMarked;
