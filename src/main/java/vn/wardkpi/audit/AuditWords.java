package vn.wardkpi.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;

/**
 * Says changes in the words that the other pages use, whatever names the program has for
 * things. What people typed stays as they typed it.
 */
@Component
public class AuditWords {

	private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]+");

	private static final Pattern WORD = Pattern.compile("[^\\s,]+");

	private static final Pattern COUNCIL = Pattern.compile("\\bWARD_COUNCIL\\b");

	private static final String BETWEEN_PARTS = " · ";

	/**
	 * What the states of these subjects consist of, in the order in which they are
	 * written.
	 */
	private static final Map<Subject, List<Attribute>> ATTRIBUTES = Map.of(Subject.CATALOGUE,
			List.of(new Attribute("name", null), new Attribute("unit", null),
					new Attribute("direction", "enum.direction."), new Attribute("value-type", "enum.value-type."),
					new Attribute("measured", null), new Attribute("source", null), new Attribute("formula", null)),
			Subject.INDICATOR,
			List.of(new Attribute("name", null), new Attribute("unit", null),
					new Attribute("role", "enum.indicator-role."), new Attribute("direction", "enum.direction."),
					new Attribute("value-type", "enum.value-type."),
					new Attribute("accumulation", "enum.accumulation."),
					new Attribute("bounded", "audit.value.yes-no."), new Attribute("decisive", "audit.value.yes-no."),
					new Attribute("lead-units", null)),
			Subject.USER,
			List.of(new Attribute("display-name", null), new Attribute("role-of-user", "enum.role."),
					new Attribute("ward", "audit.value.ward."), new Attribute("lead-units", "audit.value.units."),
					new Attribute("state", "audit.value.state.")),
			Subject.SETTING,
			List.of(new Attribute("periods", "enum.period."), new Attribute("days", null),
					new Attribute("days-to-send", null), new Attribute("final-days", "enum.period."),
					new Attribute("remind-days", null), new Attribute("lock", "audit.value.lock.")),
			Subject.TASK,
			List.of(new Attribute("what", null), new Attribute("indicator", null), new Attribute("lead-unit", null),
					new Attribute("person", null), new Attribute("due", null), new Attribute("product", null),
					new Attribute("authority", null), new Attribute("state", "enum.task-state."),
					new Attribute("done", null)));

	/**
	 * What an indicator's state says after its attributes, where there is anything to
	 * say.
	 */
	private static final Pattern FURTHER = Pattern.compile(" · (parent|field|leader|baseline|note)=");

	private final MessageSource messages;

	AuditWords(MessageSource messages) {
		this.messages = messages;
	}

	public ReadableChange read(AuditEntry entry, Locale locale) {
		List<Attribute> attributes = ATTRIBUTES.get(entry.subject());
		String from = entry.from();
		String to = entry.to();
		if (attributes != null && isOf(attributes, from) && isOf(attributes, to)) {
			return readable(entry, compared(attributes, from, to, locale), compared(attributes, to, from, locale),
					locale);
		}
		return readable(entry, state(entry.subject(), from, locale), state(entry.subject(), to, locale), locale);
	}

	public ReadableChange read(AuditHit hit, Locale locale) {
		return read(hit.entry(), locale).naming(hit.units());
	}

	public List<ReadableChange> read(List<AuditEntry> entries, Locale locale) {
		return entries.stream().map((entry) -> read(entry, locale)).toList();
	}

	public String subject(Subject subject, Locale locale) {
		return word("enum.subject.", subject.name(), locale);
	}

	public String action(String action, Locale locale) {
		return word("enum.action.", action, locale);
	}

	/** The heading of a column of the record. */
	public String column(String name, Locale locale) {
		return word("audit.column.", name, locale);
	}

	/** An address, and how the request came. */
	public @Nullable String origin(@Nullable String origin, Locale locale) {
		if (origin == null) {
			return null;
		}
		String[] parts = origin.split(" ", 2);
		String where = word("audit.origin.", parts[0], locale);
		return (parts.length == 2) ? where + " (" + word("audit.origin.", parts[1], locale) + ")" : where;
	}

	private ReadableChange readable(AuditEntry entry, @Nullable String from, @Nullable String to, Locale locale) {
		return new ReadableChange(entry, subject(entry.subject(), locale), key(entry, locale),
				action(entry.action(), locale), from, to, entry.reason(), origin(entry.origin(), locale));
	}

	private String key(AuditEntry entry, Locale locale) {
		return switch (entry.subject()) {
			case TARGET, ACTUAL, EXPLANATION, EVIDENCE, SUBMISSION, OVERRIDE, HEADLINE, CALENDAR, SETTING ->
				words(ofAnyKind(entry.key()), List.of("enum.period.", "enum.issuer.", "audit.key."), locale);
			case DECISION -> words(ofAnyKind(entry.key()), List.of("enum.issuer."), locale);
			case INDICATOR, PLAN, LEAD_UNIT, USER, IMPORT, TASK, COUNCIL_SESSION, QUESTION, CATALOGUE, TEMPLATE,
					REPORT ->
				entry.key();
		};
	}

	/** The record does not say of which kind the unit is whose council set a target. */
	private static String ofAnyKind(String key) {
		return COUNCIL.matcher(key).replaceAll("WARD_COUNCIL.ANY");
	}

	private @Nullable String state(Subject subject, @Nullable String state, Locale locale) {
		if (state == null || state.equals("-")) {
			return null;
		}
		if (ISO_DAY.matcher(state).matches()) {
			return VietnameseDay.write(LocalDate.parse(state), locale);
		}
		return switch (subject) {
			case OVERRIDE, ACTUAL -> firstWord(state, "enum.verdict.", locale);
			case SUBMISSION -> firstWord(state, "submission.status.", locale);
			case PLAN -> firstWord(state, "enum.plan-status.", locale);
			case SETTING -> words(state, List.of("audit.setting."), locale);
			case IMPORT -> files(state, locale);
			default -> state;
		};
	}

	/** How many files of an import it concerned, or the name of one. */
	private String files(String state, Locale locale) {
		return DIGITS.matcher(state).matches()
				? Objects.requireNonNull(this.messages.getMessage("audit.value.files", new Object[] { state }, locale))
				: state;
	}

	/** "MET", or "MET · Biên bản 12": what follows was typed. */
	private String firstWord(String state, String prefix, Locale locale) {
		Matcher name = NAME.matcher(state);
		return name.lookingAt() ? word(prefix, name.group(), locale) + state.substring(name.end()) : state;
	}

	private static boolean isOf(List<Attribute> attributes, @Nullable String state) {
		return state == null || parts(state).size() >= attributes.size();
	}

	private @Nullable String compared(List<Attribute> attributes, @Nullable String state, @Nullable String other,
			Locale locale) {
		if (state == null) {
			return null;
		}
		Map<String, String> further = further(state);
		Map<String, String> others = (other != null) ? further(other) : Map.of();
		List<String> shown = new ArrayList<>();
		Optional.ofNullable(attributes(attributes, first(state), (other != null) ? first(other) : null, locale))
			.ifPresent(shown::add);
		Set<String> names = new LinkedHashSet<>(further.keySet());
		names.addAll(others.keySet());
		for (String name : names) {
			String value = further.getOrDefault(name, "–");
			if (!value.equals(others.get(name))) {
				shown.add(word("audit.attribute.", name, locale) + ": " + value);
			}
		}
		return shown.isEmpty() ? null : String.join("; ", shown);
	}

	private static String first(String state) {
		Matcher further = FURTHER.matcher(state);
		return further.find() ? state.substring(0, further.start()) : state;
	}

	private static Map<String, String> further(String state) {
		Map<String, String> found = new LinkedHashMap<>();
		Matcher part = FURTHER.matcher(state);
		int at = -1;
		String name = "";
		while (part.find()) {
			if (at >= 0) {
				found.put(name, state.substring(at, part.start()));
			}
			name = part.group(1);
			at = part.end();
		}
		if (at >= 0) {
			found.put(name, state.substring(at));
		}
		return found;
	}

	/**
	 * All attributes where there is nothing to compare with, else those that differ.
	 */
	private @Nullable String attributes(List<Attribute> attributes, @Nullable String state, @Nullable String other,
			Locale locale) {
		if (state == null) {
			return null;
		}
		List<String> parts = fitted(state, attributes.size());
		List<String> others = (other != null) ? fitted(other, attributes.size()) : List.of();
		List<String> shown = new ArrayList<>();
		for (int i = 0; i < attributes.size(); i++) {
			String part = parts.get(i);
			if (others.isEmpty() || !part.equals(others.get(i))) {
				Attribute attribute = attributes.get(i);
				String label = Objects
					.requireNonNull(this.messages.getMessage("audit.attribute." + attribute.name(), null, locale));
				shown.add(label + ": " + value(attribute, part, locale));
			}
		}
		return shown.isEmpty() ? null : String.join("; ", shown);
	}

	private String value(Attribute attribute, String part, Locale locale) {
		String value = part.substring(part.startsWith(attribute.name() + "=") ? attribute.name().length() + 1 : 0);
		if (value.isBlank() || value.equals("null")) {
			return "–";
		}
		return (attribute.prefix() != null) ? words(value, List.of(attribute.prefix()), locale) : value;
	}

	/**
	 * A name may hold the mark between the parts: the first part takes what is too much.
	 */
	private static List<String> fitted(String state, int size) {
		List<String> parts = parts(state);
		int tooMany = parts.size() - size;
		List<String> fitted = new ArrayList<>();
		fitted.add(String.join(BETWEEN_PARTS, parts.subList(0, tooMany + 1)));
		fitted.addAll(parts.subList(tooMany + 1, parts.size()));
		return fitted;
	}

	private static List<String> parts(String state) {
		return List.of(state.split(Pattern.quote(BETWEEN_PARTS), -1));
	}

	private String words(String text, List<String> prefixes, Locale locale) {
		return WORD.matcher(text).replaceAll((match) -> {
			for (String prefix : prefixes) {
				String word = this.messages.getMessage(prefix + match.group(), null, "", locale);
				if (word != null && !word.isEmpty()) {
					return Matcher.quoteReplacement(word);
				}
			}
			return Matcher.quoteReplacement(match.group());
		});
	}

	private String word(String prefix, String name, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(prefix + name, null, name, locale));
	}

	/**
	 * @param prefix of the messages that say the values of this attribute; {@code null}
	 * where people typed them
	 */
	private record Attribute(String name, @Nullable String prefix) {
	}

}
