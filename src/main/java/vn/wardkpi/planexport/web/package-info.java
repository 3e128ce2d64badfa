/**
 * Plans to take along, from pages and through the HTTP API.
 */
@NullMarked
package vn.wardkpi.planexport.web;

import org.jspecify.annotations.NullMarked;
