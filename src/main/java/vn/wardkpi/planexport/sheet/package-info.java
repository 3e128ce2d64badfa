/**
 * A plan as it is written: its indicators, the texts of its targets, whose they are.
 */
@NullMarked
@NamedInterface("sheet")
package vn.wardkpi.planexport.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
