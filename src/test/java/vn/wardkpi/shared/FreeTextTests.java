package vn.wardkpi.shared;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreeTextTests {

	@Test
	void countsCharactersAndNotTheirHalves() {
		assertThat(FreeText.NAME.problem("ă".repeat(300))).isEmpty();
		assertThat(FreeText.NAME.problem("😀".repeat(300))).isEmpty();
		assertThat(FreeText.NAME.problem("😀".repeat(301))).hasValue(Problem.error("too-long", "300"));
		assertThat(FreeText.WORDS.problem("a".repeat(2001))).hasValue(Problem.error("too-long", "2000"));
		assertThat(FreeText.WORDS.problem(null)).isEmpty();
	}

	@Test
	void knowsWhatNoTextHolds() {
		assertThat(FreeText.isStorable("Phường Từ Liêm 😀\n\t")).isTrue();
		assertThat(FreeText.isStorable("a\0b")).isFalse();
		assertThat(FreeText.isStorable("a\ud83d")).isFalse();
		assertThat(FreeText.isStorable("\ude00a")).isFalse();
		assertThat(FreeText.isStorable("\ude00\ud83d")).isFalse();
	}

	@Test
	void aMessageRepeatsTheBeginningOfALongText() {
		assertThat(FreeText.echo("a".repeat(100))).hasSize(100).endsWith("a");
		assertThat(FreeText.echo("a".repeat(101))).hasSize(100).endsWith("a…");
		assertThat(FreeText.echo("😀".repeat(101))).isEqualTo("😀".repeat(99) + "…");
	}

}
