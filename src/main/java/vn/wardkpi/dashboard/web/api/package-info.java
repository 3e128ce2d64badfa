/**
 * The dashboard's part of the HTTP API.
 */
@NullMarked
package vn.wardkpi.dashboard.web.api;

import org.jspecify.annotations.NullMarked;
