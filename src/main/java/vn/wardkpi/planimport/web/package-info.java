/**
 * The import of plans on pages and in the HTTP API.
 */
@NullMarked
package vn.wardkpi.planimport.web;

import org.jspecify.annotations.NullMarked;
