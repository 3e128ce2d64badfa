/**
 * How fast the rules are.
 */
package vn.wardkpi.bench;
