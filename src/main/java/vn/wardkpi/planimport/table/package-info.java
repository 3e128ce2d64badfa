/**
 * What the tables of a file are: where their headings stand, what each column holds, and
 * which of them is the annex. Rows are not read here.
 */
@NullMarked
package vn.wardkpi.planimport.table;

import org.jspecify.annotations.NullMarked;
