package vn.wardkpi;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every text that a person reads stands in a message bundle, in both languages.
 */
class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Path BUNDLES = RESOURCES.resolve("messages");

	private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

	private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[}(]");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");

	/**
	 * A count, not the second part of "3 of 27 rows" nor a limit as in "1 to 366 days".
	 */
	private static final Pattern PLURAL = Pattern.compile(
			"(?<!of |/|to |than |least |most |first )\\{\\d\\} (?:accounts|cells|chains|changes|errors|files|forms|"
					+ "indicators|minutes|notes|rows|seconds|units|warnings|years (?:left|held))\\b");

	private static final Set<String> SPOKEN_ATTRIBUTES = Set.of("title", "placeholder", "aria-label", "alt", "value",
			"aria-description", "content");

	static Stream<Path> bundles() throws IOException {
		return list(BUNDLES, ".properties").filter((path) -> !path.toString().contains("_en"));
	}

	static Stream<Path> templates() throws IOException {
		return list(RESOURCES.resolve("templates"), ".html");
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void bundleSaysTheSameInBothLanguages(Path vietnamese) throws IOException {
		Properties vi = load(vietnamese);
		Path other = english(vietnamese);
		Properties en = load(other);
		assertThat(en.stringPropertyNames()).as("keys of %s", other)
			.containsExactlyInAnyOrderElementsOf(vi.stringPropertyNames())
			.allMatch((key) -> key.matches("[a-z][A-Za-z0-9_.*-]*"));
		for (String key : vi.stringPropertyNames()) {
			assertThat(vi.getProperty(key)).as(key).isNotBlank();
			assertThat(en.getProperty(key)).as(key).isNotBlank();
			assertThat(placeholders(en.getProperty(key))).as("arguments of %s", key)
				.isEqualTo(placeholders(vi.getProperty(key)));
		}
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void vietnameseTextIsComposedAndQuotesAreDoubled(Path bundle) throws IOException {
		String text = Files.readString(bundle);
		assertThat(java.text.Normalizer.isNormalized(text, java.text.Normalizer.Form.NFC)).as("NFC").isTrue();
		Properties messages = load(bundle);
		for (String key : messages.stringPropertyNames()) {
			String message = messages.getProperty(key);
			if (!placeholders(message).isEmpty()) {
				assertThat(message.replace("''", "")).as("single quote in %s swallows arguments", key)
					.doesNotContain("'");
			}
		}
	}

	/**
	 * Whether an apostrophe has to be doubled depends on the caller: a text is formatted
	 * only if arguments come with it. The typographic one is right either way.
	 */
	@ParameterizedTest
	@MethodSource("bundles")
	void apostrophesAreTypographic(Path vietnamese) throws IOException {
		for (Path bundle : List.of(vietnamese, english(vietnamese))) {
			Properties messages = load(bundle);
			for (String key : messages.stringPropertyNames()) {
				assertThat(messages.getProperty(key)).as(key).doesNotContain("'");
			}
		}
	}

	/**
	 * Counts stand behind a colon or in brackets, where "1 errors" cannot be read.
	 */
	@ParameterizedTest
	@MethodSource("bundles")
	void englishCountsNothingInThePlural(Path vietnamese) throws IOException {
		Properties messages = load(english(vietnamese));
		for (String key : messages.stringPropertyNames()) {
			assertThat(messages.getProperty(key)).as(key).doesNotContainPattern(PLURAL);
		}
	}

	@Test
	void everyBundleIsRead() throws IOException {
		String configuration = Files.readString(RESOURCES.resolve("application.yml"));
		Matcher basename = Pattern.compile("basename: (.*)").matcher(configuration);
		assertThat(basename.find()).isTrue();
		assertThat(basename.group(1).split(",")).containsExactlyInAnyOrder(
				bundles().map((path) -> "messages/" + path.getFileName().toString().replace(".properties", ""))
					.toArray(String[]::new));
	}

	@Test
	void bundlesDoNotShareKeys() throws IOException {
		Set<String> seen = new TreeSet<>();
		List<String> twice = new ArrayList<>();
		for (Path bundle : bundles().toList()) {
			for (String key : load(bundle).stringPropertyNames()) {
				if (!seen.add(key)) {
					twice.add(key);
				}
			}
		}
		assertThat(twice).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void templateHasNoTextOfItsOwn(Path template) throws IOException {
		Document document = Jsoup.parse(Files.readString(template), Parser.xmlParser());
		List<String> literal = new ArrayList<>();
		for (Element element : document.getAllElements()) {
			if (element.normalName().equals("style") || element.normalName().equals("script")) {
				continue;
			}
			boolean replaced = Stream.of("th:text", "th:utext", "th:replace").anyMatch(element::hasAttr);
			if (!replaced) {
				for (TextNode text : element.textNodes()) {
					String own = text.getWholeText().replaceAll("\\[\\[.*?]]", "");
					if (WORD.matcher(own).find()) {
						literal.add(element.normalName() + ": " + own.strip());
					}
				}
			}
			for (Attribute attribute : element.attributes()) {
				boolean spoken = SPOKEN_ATTRIBUTES.contains(attribute.getKey())
						&& !(attribute.getKey().equals("value") && !element.attr("type").equals("submit"))
						&& !(attribute.getKey().equals("content") && element.hasAttr("name"));
				if (spoken && WORD.matcher(attribute.getValue()).find()
						&& !element.hasAttr("th:" + attribute.getKey())) {
					literal.add(element.normalName() + "@" + attribute.getKey() + ": " + attribute.getValue());
				}
			}
		}
		assertThat(literal).as("text outside the message bundles in %s", template).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void templateUsesOnlyKeysThatExist(Path template) throws IOException {
		Set<String> known = keys();
		Set<String> unknown = new TreeSet<>();
		Matcher matcher = KEY_IN_TEMPLATE.matcher(Files.readString(template));
		while (matcher.find()) {
			if (!known.contains(matcher.group(1))) {
				unknown.add(matcher.group(1));
			}
		}
		assertThat(unknown).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void templateKeepsToTheContentSecurityPolicy(Path template) throws IOException {
		String text = Files.readString(template);
		assertThat(text).doesNotContainPattern("\\sstyle=\"").doesNotContainPattern("th:style=");
		assertThat(text).doesNotContainPattern("\\son[a-z]+=\"").doesNotContainPattern("hx-on");
		assertThat(text).doesNotContainPattern("<script(?![^>]*src=)");
		assertThat(text).doesNotContainPattern("(src|href)=\"https?://");
	}

	/**
	 * Not every unit is a phường, nor every province a city.
	 */
	@ParameterizedTest
	@MethodSource("templates")
	void templateCallsAnIssuerByTheKindOfUnit(Path template) throws IOException {
		assertThat(Files.readString(template)).doesNotContain("'enum.issuer.'");
	}

	@ParameterizedTest
	@MethodSource("templates")
	void templateKeepsItsLinesShort(Path template) throws IOException {
		assertThat(Files.readAllLines(template)).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(160));
	}

	@Test
	void everyRefusalAndProblemHasItsMessage() throws IOException {
		Set<String> known = keys();
		Set<String> missing = new TreeSet<>();
		Pattern refused = Pattern
			.compile("new RefusedException\\(\\s*(?:RefusedException\\.)?Kind\\.[A-Z_]+,\\s*\"([^\"]+)\"");
		Pattern problem = Pattern.compile("Problem\\.(?:error|warning|info)\\(\\s*\"([^\"]+)\"");
		for (Path source : list(Path.of("src/main/java"), ".java").toList()) {
			String text = Files.readString(source);
			collect(refused.matcher(text), "refused.", known, missing);
			collect(problem.matcher(text), "problem.", known, missing);
		}
		assertThat(missing).isEmpty();
	}

	private static void collect(Matcher matcher, String prefix, Set<String> known, Set<String> missing) {
		while (matcher.find()) {
			if (!known.contains(prefix + matcher.group(1))) {
				missing.add(prefix + matcher.group(1));
			}
		}
	}

	private static Set<String> keys() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (Path bundle : bundles().toList()) {
			keys.addAll(load(bundle).stringPropertyNames());
		}
		return keys;
	}

	private static Path english(Path vietnamese) {
		return vietnamese.resolveSibling(vietnamese.getFileName().toString().replace(".properties", "_en.properties"));
	}

	private static Set<String> placeholders(String message) {
		Set<String> found = new TreeSet<>();
		Matcher matcher = PLACEHOLDER.matcher(message);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static Properties load(Path path) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(path)) {
			properties.load(reader);
		}
		return properties;
	}

	private static Stream<Path> list(Path folder, String ending) throws IOException {
		if (!Files.isDirectory(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((path) -> path.toString().endsWith(ending)).sorted().toList().stream();
		}
	}

}
