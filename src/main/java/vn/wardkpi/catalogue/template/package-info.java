/**
 * What a province hands to its wards: the rows of a plan without targets, and the plans
 * that were started from it.
 */
@NullMarked
@NamedInterface("template")
package vn.wardkpi.catalogue.template;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
