package vn.wardkpi.account;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Actor;

/**
 * Somebody with an account that may be used.
 *
 * @param mailTo where reminders go; {@code null} without an address or if they are not
 * wanted
 */
public record StaffMember(Actor actor, @Nullable String mailTo) {
}
