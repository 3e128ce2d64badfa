package vn.wardkpi.database;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sets of migrations, each a folder and a history of its own.
 *
 * @param modules in the order in which they run: a module after those whose tables its
 * own refer to
 * @param programRole the database role that the program works as, where the one that
 * migrates cannot ask it; blank where it can
 */
@ConfigurationProperties("ward-kpi.migrations")
record MigrationProperties(List<String> modules, @DefaultValue("") String programRole) {
}
