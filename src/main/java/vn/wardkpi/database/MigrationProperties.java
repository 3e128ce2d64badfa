package vn.wardkpi.database;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The sets of migrations, each a folder and a history of its own.
 *
 * @param modules in the order in which they run: a module after those whose tables its
 * own refer to
 */
@ConfigurationProperties("ward-kpi.migrations")
record MigrationProperties(List<String> modules) {
}
