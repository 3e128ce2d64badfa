/**
 * What a ward's reports published as a year's headline, kept beside what is computed.
 */
@NullMarked
@NamedInterface("headline")
package vn.wardkpi.plan.headline;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
