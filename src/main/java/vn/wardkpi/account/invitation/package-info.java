/**
 * Links by which people set the passwords of accounts that were made for them.
 */
@NullMarked
package vn.wardkpi.account.invitation;

import org.jspecify.annotations.NullMarked;
