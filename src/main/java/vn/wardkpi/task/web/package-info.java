/**
 * Pages and API of the action programme.
 */
@NullMarked
package vn.wardkpi.task.web;

import org.jspecify.annotations.NullMarked;
