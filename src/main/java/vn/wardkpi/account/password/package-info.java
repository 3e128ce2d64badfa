/**
 * What a password must be, and changing one's own.
 */
@NullMarked
package vn.wardkpi.account.password;

import org.jspecify.annotations.NullMarked;
