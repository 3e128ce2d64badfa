package vn.wardkpi.account;

import org.jspecify.annotations.Nullable;

/**
 * An account whose owner will choose the password.
 *
 * @param account without a password
 * @param email where its mail goes; checked by the caller
 */
public record InvitedAccount(NewAccount account, @Nullable String email) {
}
