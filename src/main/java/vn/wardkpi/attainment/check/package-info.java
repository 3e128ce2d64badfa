/**
 * What a plan, a decision and an entered figure are checked for.
 */
@NullMarked
@NamedInterface("check")
package vn.wardkpi.attainment.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
