package vn.wardkpi.account.password;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.wardkpi.shared.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@CsvSource({ "short, password-short", "Ngắn-9ký!, password-short", "password123, password-weak",
			"P@ssw0rd123, password-weak", "qwertyuiop, password-weak", "1234567890, password-weak",
			"aaaaaaaaaaaa, password-weak", "matkhau123456, password-guessable", "Matkhau@2026, password-guessable",
			"Phường Từ Liêm, password-guessable", "tu-liem-2026, password-guessable",
			"nguyenvana2026, password-guessable", "iloveyou2026, password-weak" })
	void refusesWhatIsGuessedEarly(String password, String code) {
		assertThat(check(password)).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "correct-horse-battery-staple", "giấy-sông-bàn-42-chuối", "Kz7!vR2#pLq9", "bốn-từ-xa-nhau-77" })
	void acceptsWhatIsHardToGuess(String password) {
		assertThat(check(password)).isNull();
	}

	@Test
	void refusesWhatTheHashWouldNotReadToTheEnd() {
		assertThat(check("ế".repeat(8) + "giấy-sông-bàn-42-chuối-đường-trời-biển-núi-gió-mưa"))
			.isEqualTo("password-long");
	}

	private @Nullable String check(String password) {
		List<@Nullable String> known = new ArrayList<>(List.of("nguyenvana", "Nguyễn Văn A", "Phường Từ Liêm"));
		return this.rules.check(password, known).map(Problem::code).orElse(null);
	}

}
