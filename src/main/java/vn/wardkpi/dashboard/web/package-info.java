/**
 * The dashboard's pages and its part of the HTTP API.
 */
@NullMarked
package vn.wardkpi.dashboard.web;

import org.jspecify.annotations.NullMarked;
