/**
 * Administrators' pages about the record of changes.
 */
@NullMarked
package vn.wardkpi.audit.web;

import org.jspecify.annotations.NullMarked;
