/**
 * The PostgreSQL that starts when no database is configured, and the demo data it is
 * filled with. Nothing here is loaded where a database is configured.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "attainment", "attainment :: *", "ward", "plan",
		"plan :: headline", "actual", "submission", "account", "catalogue" })
package vn.wardkpi.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
