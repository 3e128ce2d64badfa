/**
 * The annex's own layout: which columns stand beside each other, which rows below, and
 * how a workbook and a document draw them.
 */
@NullMarked
@NamedInterface("annex")
package vn.wardkpi.planexport.annex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
