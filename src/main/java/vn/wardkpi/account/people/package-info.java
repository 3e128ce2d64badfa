/**
 * People from a file: what its rows mean, what is wrong with them, and their accounts.
 */
@NullMarked
package vn.wardkpi.account.people;

import org.jspecify.annotations.NullMarked;
