package vn.wardkpi.account;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Role;

/**
 * Which accounts are looked for.
 *
 * @param words part of a username, a name or a ward's name, without marks; or a ward's
 * code; blank for all
 * @param enabled whether they may sign in; {@code null} for both
 */
public record AccountQuery(String words, @Nullable Role role, @Nullable Boolean enabled) {
}
