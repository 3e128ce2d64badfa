package vn.wardkpi.dashboard.web.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept for everybody knows nobody: no request, no person, no day but what it is
 * given.
 */
class KeptPartTemplatesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern ASKED = Pattern.compile("kept:part=\"([\\w/-]+) :: ");

	private static final Pattern INCLUDED = Pattern.compile("~\\{([\\w/-]+) ::");

	@Test
	void seeNothingOfARequest() throws IOException {
		Set<String> parts = parts();
		assertThat(parts).contains("dashboard/year-parts", "dashboard/period-parts", "dashboard/indicator-parts",
				"dashboard/year-row", "dashboard/overview-row", "dashboard/switches");
		for (String part : parts) {
			assertThat(text(part)).as(part)
				.doesNotContain("method=\"post\"", "#navigation", "#kpi.today", "#kpi.inLanguage", "#request",
						"#session", "#ctx", "#vars", "${param", "${session", "${actor", "(actor", "flash", "<script");
		}
	}

	/** Asked for by a page or a part, or included by a part. */
	private static Set<String> parts() throws IOException {
		Deque<String> open = new ArrayDeque<>();
		try (Stream<Path> all = Files.walk(TEMPLATES)) {
			for (Path page : all.filter(Files::isRegularFile).toList()) {
				ASKED.matcher(Files.readString(page)).results().forEach((found) -> open.add(found.group(1)));
			}
		}
		Set<String> parts = new TreeSet<>();
		while (!open.isEmpty()) {
			String part = open.remove();
			if (parts.add(part)) {
				INCLUDED.matcher(text(part)).results().forEach((found) -> open.add(found.group(1)));
			}
		}
		return parts;
	}

	private static String text(String template) throws IOException {
		return Files.readString(TEMPLATES.resolve(template + ".html"));
	}

}
