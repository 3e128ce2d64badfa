/**
 * The import of many annexes on pages and in the HTTP API.
 */
@NullMarked
package vn.wardkpi.bulkimport.web;

import org.jspecify.annotations.NullMarked;
