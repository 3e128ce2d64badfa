/**
 * How pages and the API are protected, and the pages about accounts.
 */
@NullMarked
package vn.wardkpi.account.web;

import org.jspecify.annotations.NullMarked;
