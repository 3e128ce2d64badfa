/**
 * What all pages and the API share: layout, languages, formatting in templates, errors.
 * Knows no feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "database", "attainment", "attainment :: *" })
package vn.wardkpi.webui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
