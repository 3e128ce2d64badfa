/**
 * What an administrator changes of a plan's indicators, as values: what is asked for, not
 * how it is done.
 */
@NullMarked
package vn.wardkpi.plan.edit;

import org.jspecify.annotations.NullMarked;
