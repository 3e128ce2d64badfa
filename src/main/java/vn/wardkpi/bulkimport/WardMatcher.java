package vn.wardkpi.bulkimport;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;

/**
 * Says of which ward a file is, by its name or its folders': by a code, else by a ward's
 * name, with all its marks or without any. Where several are possible, all are told.
 */
final class WardMatcher {

	/** Between words, also in "PhuongTuLiem2026". */
	private static final Pattern BETWEEN_WORDS = Pattern
		.compile("[^\\p{L}\\p{M}\\d]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=[\\p{L}\\p{M}])(?=\\d)|(?<=\\d)(?=\\p{L})");

	private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

	private static final Pattern PROVINCE = Pattern.compile("^(?:thanh pho|tinh|tp) ");

	private static final Set<String> KINDS = Set.of("phuong", "xa", "khu");

	/** Fewer letters written without blanks could be a part of any word. */
	private static final int SHORTEST_SQUEEZED = 5;

	private final Map<String, List<Named>> byFirstWord = new HashMap<>();

	private final Map<String, List<Named>> squeezed = new HashMap<>();

	private final Map<String, Named> byCode = new HashMap<>();

	private final Set<String> provinces;

	/**
	 * @param wards those it may be
	 */
	WardMatcher(List<Ward> wards) {
		for (Ward ward : wards) {
			Named named = Named.of(ward);
			this.byCode.put(named.code().value(), named);
			this.byFirstWord.computeIfAbsent(named.keys().get(0), (first) -> new ArrayList<>()).add(named);
			String joined = String.join("", named.keys());
			if (joined.length() >= SHORTEST_SQUEEZED) {
				this.squeezed.computeIfAbsent(joined, (key) -> new ArrayList<>()).add(named);
				this.squeezed.computeIfAbsent(named.kind().replace(" ", "") + joined, (key) -> new ArrayList<>())
					.add(named);
			}
		}
		this.provinces = wards.stream().map(Named::provinceOf).collect(Collectors.toSet());
	}

	/**
	 * The codes of the wards that it could be: one, where it is clear.
	 * @param path of the file in the zip, or what a person typed
	 */
	Set<WardCode> match(String path) {
		List<List<String>> parts = Arrays.stream(ENDING.matcher(path).replaceFirst("").split("[/,]"))
			.map(WardMatcher::words)
			.filter((words) -> !words.isEmpty())
			.toList();
		Set<String> provinces = new LinkedHashSet<>();
		parts.forEach((part) -> provinces.addAll(provincesIn(part)));
		Set<Named> found = new LinkedHashSet<>();
		parts.stream().filter((part) -> !isProvince(part)).forEach((part) -> found.addAll(ofPart(part)));
		if (found.isEmpty()) {
			parts.forEach((part) -> found.addAll(ofPart(part)));
		}
		return preferred(found.stream(), (ward) -> provinces.contains(ward.province())).map(Named::code)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private boolean isProvince(List<String> words) {
		return this.provinces.contains(PROVINCE.matcher(String.join(" ", keys(words))).replaceFirst(""));
	}

	private List<String> provincesIn(List<String> words) {
		String whole = " " + String.join(" ", keys(words)) + " ";
		return this.provinces.stream().filter((name) -> whole.contains(" " + name + " ")).toList();
	}

	private List<Named> ofPart(List<String> words) {
		List<Named> coded = words.stream().filter(this.byCode::containsKey).map(this.byCode::get).toList();
		if (!coded.isEmpty()) {
			return coded;
		}
		List<String> keys = keys(words);
		List<Match> matches = new ArrayList<>();
		for (int at = 0; at < words.size(); at++) {
			for (Named ward : this.byFirstWord.getOrDefault(keys.get(at), List.of())) {
				if (ward.isAt(at, words, keys)) {
					matches.add(Match.of(ward, at, words, keys));
				}
			}
		}
		if (matches.isEmpty()) {
			return keys.stream().flatMap((key) -> this.squeezed.getOrDefault(key, List.of()).stream()).toList();
		}
		Stream<Match> longest = matches.stream().filter((one) -> matches.stream().noneMatch(one::isWithin));
		return preferred(preferred(longest, Match::withKind), Match::withMarks).map(Match::ward).toList();
	}

	/** Those for which it is so, or all where it is so for none. */
	private static <T> Stream<T> preferred(Stream<T> all, Predicate<T> better) {
		List<T> list = all.toList();
		List<T> best = list.stream().filter(better).toList();
		return (best.isEmpty() ? list : best).stream();
	}

	private static List<String> words(String text) {
		return Arrays.stream(BETWEEN_WORDS.split(Normalizer.normalize(text, Normalizer.Form.NFC)))
			.filter((word) -> !word.isEmpty())
			.toList();
	}

	private static List<String> keys(List<String> words) {
		return words.stream().map(SearchKey::of).toList();
	}

	private static boolean hasMarks(String word) {
		return !SearchKey.of(word).equals(word.toLowerCase(Locale.ROOT));
	}

	/**
	 * @param keys words of the name without its kind and without marks
	 * @param marked the same with their marks
	 * @param kind "phuong"
	 * @param province name without its kind and without marks
	 */
	private record Named(WardCode code, List<String> keys, List<String> marked, String kind, String province) {

		static Named of(Ward ward) {
			List<String> words = words(ward.name());
			List<String> keys = WardMatcher.keys(words);
			int kind = keys.get(0).equals("dac") ? 2 : 1;
			return new Named(ward.code(), keys.subList(kind, keys.size()), words.subList(kind, words.size()),
					String.join(" ", keys.subList(0, kind)), provinceOf(ward));
		}

		static String provinceOf(Ward ward) {
			return String.join(" ", WardMatcher.keys(words(ward.province().nameWithoutKind())));
		}

		boolean isAt(int at, List<String> words, List<String> keys) {
			int end = at + this.keys.size();
			if (end > words.size() || !keys.subList(at, end).equals(this.keys)) {
				return false;
			}
			for (int i = 0; i < this.keys.size(); i++) {
				if (hasMarks(words.get(at + i)) && !letters(words.get(at + i)).equals(letters(this.marked.get(i)))) {
					return false;
				}
			}
			boolean withKind = isOfKind(at, keys);
			boolean otherKind = at > 0 && KINDS.contains(keys.get(at - 1)) && !withKind;
			return !otherKind && (withKind || this.keys.size() > 1);
		}

		boolean isOfKind(int at, List<String> keys) {
			List<String> words = List.of(this.kind.split(" "));
			return at >= words.size() && keys.subList(at - words.size(), at).equals(words);
		}

		/** Wherever in the syllable the tone is written: "hòa" and "hoà" are the same. */
		private static String letters(String word) {
			return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
				.chars()
				.sorted()
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
		}

	}

	/**
	 * A ward's name among words.
	 */
	private record Match(Named ward, int from, int to, boolean withKind, boolean withMarks) {

		static Match of(Named ward, int at, List<String> words, List<String> keys) {
			int end = at + ward.keys().size();
			return new Match(ward, at, end, ward.isOfKind(at, keys),
					words.subList(at, end).stream().anyMatch(WardMatcher::hasMarks));
		}

		boolean isWithin(Match other) {
			return other.from <= this.from && this.to <= other.to && other.to - other.from > this.to - this.from;
		}

	}

}
