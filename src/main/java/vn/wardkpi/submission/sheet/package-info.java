/**
 * The sheet as it is shown: its rows, their verdicts, what a reviewer should look at.
 */
@NullMarked
@NamedInterface("sheet")
package vn.wardkpi.submission.sheet;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
