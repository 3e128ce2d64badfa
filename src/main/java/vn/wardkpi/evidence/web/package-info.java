/**
 * The page of a figure's files, and the files themselves.
 */
@NullMarked
package vn.wardkpi.evidence.web;

import org.jspecify.annotations.NullMarked;
