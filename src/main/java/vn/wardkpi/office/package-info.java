/**
 * Files as offices send them: how one is packed, read to its end within bounds. What is
 * accepted is for those who take the file in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.wardkpi.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
