package vn.wardkpi.dashboard.web.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import vn.wardkpi.dashboard.web.api.ContentTags.Tagged;
import vn.wardkpi.dashboard.web.kept.ContentVersions;
import vn.wardkpi.shared.WardCode;

/**
 * Answers of approved figures, made once for each version of what they tell of.
 */
@Component
class KeptAnswers {

	/** Of the memory for kept pages. */
	private static final int SHARE = 4;

	private final ContentVersions versions;

	private final ContentTags tags;

	private final Clock clock;

	private final Cache<Key, Tagged<?>> made;

	KeptAnswers(ContentVersions versions, ContentTags tags, Clock clock,
			@Value("${ward-kpi.kept-pages}") DataSize most) {
		this.versions = versions;
		this.tags = tags;
		this.clock = clock;
		this.made = Caffeine.newBuilder()
			.maximumWeight(most.toBytes() / SHARE)
			.weigher((Key key, Tagged<?> answer) -> 2 * String.valueOf(key.asked()).length() + answer.body().length())
			.build();
	}

	/**
	 * The answer of this version and this day.
	 * @param ward whose plan it is of
	 * @param asked all that it depends on besides the ward's plans, the day and the
	 * language
	 * @param make reads and judges; it runs only if the answer is not kept, and after the
	 * version was read
	 */
	<T> Tagged<T> of(WardCode ward, Object asked, Class<T> type, Locale locale, Supplier<T> make) {
		return of(this.versions.ofWard(ward), asked, type, locale, make);
	}

	/**
	 * The same of many wards.
	 * @param province code, or {@code null} for the country
	 */
	<T> Tagged<T> ofWards(@Nullable String province, Object asked, Class<T> type, Locale locale, Supplier<T> make) {
		return of(this.versions.ofWards(province), asked, type, locale, make);
	}

	private <T> Tagged<T> of(String version, Object asked, Class<T> type, Locale locale, Supplier<T> make) {
		Key key = new Key(type, asked, version, LocalDate.now(this.clock), locale);
		Tagged<?> known = this.made.getIfPresent(key);
		if (known != null) {
			return new Tagged<>(known.body().of(type), known.tag());
		}
		Tagged<T> answer = this.tags.tagged(type, make.get());
		this.made.put(key, answer);
		return answer;
	}

	private record Key(Class<?> type, Object asked, String version, LocalDate day, Locale locale) {
	}

}
