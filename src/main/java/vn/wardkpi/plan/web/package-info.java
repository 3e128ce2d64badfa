/**
 * The plans' part of the HTTP API.
 */
@NullMarked
package vn.wardkpi.plan.web;

import org.jspecify.annotations.NullMarked;
