package vn.wardkpi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table belongs to the module whose migrations make it. Another module's SQL names only
 * what the owner publishes, and only where it may use the owner at all: Modulith sees
 * imports, not tables.
 */
class TableOwnershipTests {

	/** Views and functions that their owners publish for others' SQL. */
	private static final Set<String> PUBLISHED = Set.of("person_row", "ward_row", "lead_unit_row", "lead_unit_on",
			"plan_row", "plan_ever_row", "indicator_row", "indicator_in_force", "published_headline_row",
			"indicator_figures", "same_target", "indicator_answering_unit", "indicator_involved_unit",
			"target_in_force", "actual_row", "approved_actual_row", "approved_actual_at", "approved_actual_latest",
			"override_in_force", "adjusted_marked_from", "evidence_megabytes_in_force", "content_version",
			"unread_notice", "waiting_figure", "open_task");

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final Path SOURCES = Path.of("src/main/java/vn/wardkpi");

	private static final Pattern MADE = Pattern.compile("create (?:table|view|function) (\\w+)");

	private static final Pattern NAMED = Pattern
		.compile("\\b(?:from|join|into|update|only|table|lateral|cross join)\\s+(\\w+)|'(\\w+)'::regclass");

	private static final Pattern REFERENCED = Pattern.compile("\\breferences\\s+(\\w+)");

	private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

	private static final Pattern SQL_COMMENT = Pattern.compile("(?m)--.*$");

	private static final Pattern TEXT = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

	private static final Pattern MAPPED = Pattern.compile("@(?:Collection|Join)?Table\\(name = \"(\\w+)\"");

	private static final Pattern ENTITY = Pattern.compile("(?s)@Entity\\b(?!\\w).*?\\bclass (\\w+)");

	private final Map<String, String> owners = owners();

	@Test
	void everyTableHasOneOwner() throws IOException {
		List<String> made = new ArrayList<>();
		for (String module : modules()) {
			made.addAll(matches(MADE, migrations(module)));
		}
		assertThat(made).doesNotHaveDuplicates().containsAll(PUBLISHED);
	}

	@Test
	void aModulesSqlNamesItsOwnTablesAndWhatOthersPublish() throws IOException {
		Set<String> others = new TreeSet<>();
		for (String module : allModules()) {
			Set<String> named = new TreeSet<>(inSources(module));
			named.addAll(matches(NAMED, migrations(module)));
			named.stream().filter((table) -> !PUBLISHED.contains(table)).forEach((table) -> {
				String owner = this.owners.get(table);
				if (owner != null && !owner.equals(module)) {
					others.add(module + " names " + table + " of " + owner);
				}
			});
		}
		assertThat(others).isEmpty();
	}

	@Test
	void whatAModulesSqlNamesItMayUse() throws IOException {
		List<String> hidden = new ArrayList<>();
		for (String module : allModules()) {
			Set<String> allowed = allowed(module);
			Set<String> named = new TreeSet<>(inSources(module));
			named.addAll(matches(NAMED, migrations(module)));
			named.addAll(matches(REFERENCED, migrations(module)));
			for (String table : named) {
				String owner = this.owners.get(table);
				if (owner != null && !owner.equals(module) && !allowed.contains(owner)) {
					hidden.add(module + " uses " + table + " but may not use " + owner);
				}
			}
		}
		assertThat(hidden).isEmpty();
	}

	private Set<String> inSources(String module) throws IOException {
		Set<String> named = new TreeSet<>();
		Path folder = SOURCES.resolve(module);
		if (!Files.isDirectory(folder)) {
			return named;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				String source = COMMENT.matcher(Files.readString(file)).replaceAll("");
				TEXT.matcher(source)
					.results()
					.map((text) -> Objects.requireNonNullElse(text.group(1), "")
							+ Objects.requireNonNullElse(text.group(2), ""))
					.forEach((text) -> named.addAll(matches(NAMED, text)));
				named.addAll(matches(MAPPED, source));
				matches(ENTITY, source).stream().map(TableOwnershipTests::columnName).forEach(named::add);
			}
		}
		return named;
	}

	private static Set<String> allowed(String module) {
		try {
			ApplicationModule declared = Class.forName("vn.wardkpi." + module + ".package-info")
				.getAnnotation(ApplicationModule.class);
			Set<String> allowed = new TreeSet<>(Set.of("shared", "database"));
			if (declared != null) {
				allowed.addAll(Arrays.asList(declared.allowedDependencies()));
			}
			return allowed;
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> owners() {
		Map<String, String> owners = new TreeMap<>();
		try {
			for (String module : modules()) {
				matches(MADE, migrations(module)).forEach((table) -> owners.put(table, module));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return owners;
	}

	private static Set<String> modules() throws IOException {
		return folders(MIGRATIONS);
	}

	private static Set<String> allModules() throws IOException {
		return folders(SOURCES);
	}

	private static Set<String> folders(Path parent) throws IOException {
		try (Stream<Path> folders = Files.list(parent)) {
			return folders.filter(Files::isDirectory)
				.map((folder) -> folder.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static String migrations(String module) throws IOException {
		Path folder = MIGRATIONS.resolve(module);
		if (!Files.isDirectory(folder)) {
			return "";
		}
		StringBuilder all = new StringBuilder();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.sorted().toList()) {
				all.append(SQL_COMMENT.matcher(Files.readString(file)).replaceAll("")).append('\n');
			}
		}
		return all.toString();
	}

	private static List<String> matches(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.results().map(TableOwnershipTests::group).toList();
	}

	private static String group(MatchResult result) {
		return (result.group(1) != null) ? result.group(1) : result.group(2);
	}

	/** As the naming strategy maps an entity: ApprovedActual to approved_actual. */
	private static String columnName(String type) {
		return type.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
	}

}
