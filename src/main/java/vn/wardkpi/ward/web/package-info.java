/**
 * The wards' part of the HTTP API and the search page.
 */
@NullMarked
package vn.wardkpi.ward.web;

import org.jspecify.annotations.NullMarked;
