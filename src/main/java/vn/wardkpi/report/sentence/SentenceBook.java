package vn.wardkpi.report.sentence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Every sentence that a ward may write itself, in the order of a report.
 */
@Component
public class SentenceBook {

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");

	private final Map<String, Sentence> sentences = new LinkedHashMap<>();

	SentenceBook(MessageSource messages) throws IOException {
		String group = "";
		String lines = new ClassPathResource("report/sentences.txt").getContentAsString(StandardCharsets.UTF_8);
		for (String line : lines.lines().toList()) {
			if (line.startsWith("[")) {
				group = line.substring(1, line.length() - 1);
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				String[] parts = line.split(":", 2);
				List<String> places = Stream.of(parts[1].split(","))
					.map(String::strip)
					.filter((name) -> !name.isEmpty())
					.toList();
				String pattern = messages.getMessage("report." + parts[0], null, Locale.forLanguageTag("vi"));
				this.sentences.put(parts[0], sentence(parts[0], group, places, pattern));
			}
		}
	}

	private static Sentence sentence(String key, String group, List<String> marked, String pattern) {
		List<String> places = new ArrayList<>();
		marked.forEach((place) -> places.add(place.replace("?", "")));
		Set<String> needed = new LinkedHashSet<>();
		ARGUMENT.matcher(pattern)
			.results()
			.map(SentenceBook::argument)
			.filter((at) -> !marked.get(at).endsWith("?"))
			.forEach((at) -> needed.add(places.get(at)));
		return new Sentence(key, group, places, needed,
				ARGUMENT.matcher(pattern).replaceAll((match) -> "{" + places.get(argument(match)) + "}"));
	}

	private static int argument(MatchResult match) {
		return Integer.parseInt(Objects.requireNonNull(match.group(1)));
	}

	public Collection<Sentence> all() {
		return this.sentences.values();
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such sentence
	 */
	public Sentence require(String key) {
		Sentence found = this.sentences.get(key);
		if (found == null) {
			throw new RefusedException(Kind.NOT_FOUND, "report.sentence.unknown", key);
		}
		return found;
	}

}
