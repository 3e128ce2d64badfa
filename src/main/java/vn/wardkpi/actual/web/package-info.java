/**
 * The sheet of a lead unit, the review pages, and the figures' part of the HTTP API.
 */
@NullMarked
package vn.wardkpi.actual.web;

import org.jspecify.annotations.NullMarked;
