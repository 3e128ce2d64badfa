/**
 * Verdicts of one year: of an indicator, of a group, of an issuer's headline.
 */
@NullMarked
@NamedInterface("year")
package vn.wardkpi.attainment.year;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
