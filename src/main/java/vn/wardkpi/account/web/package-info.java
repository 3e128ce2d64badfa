/**
 * The two doors, pages and API, and the pages about accounts.
 */
@NullMarked
package vn.wardkpi.account.web;

import org.jspecify.annotations.NullMarked;
