/**
 * Pages and API of the council's sessions and of questions.
 */
@NullMarked
package vn.wardkpi.council.web;

import org.jspecify.annotations.NullMarked;
