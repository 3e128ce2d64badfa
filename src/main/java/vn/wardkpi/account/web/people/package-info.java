/**
 * Pages and calls about people from a file and their invitations.
 */
@NullMarked
package vn.wardkpi.account.web.people;

import org.jspecify.annotations.NullMarked;
