/**
 * Reports to read and to take along, from pages and through the HTTP API.
 */
@NullMarked
package vn.wardkpi.report.web;

import org.jspecify.annotations.NullMarked;
