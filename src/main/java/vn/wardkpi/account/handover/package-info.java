/**
 * Who does the work of somebody who is away or has left.
 */
@NullMarked
package vn.wardkpi.account.handover;

import org.jspecify.annotations.NullMarked;
