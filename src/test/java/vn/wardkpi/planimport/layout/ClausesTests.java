package vn.wardkpi.planimport.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each clause of what reading an annex must do has a test of its own, and where it is.
 */
class ClausesTests {

	private static final Set<String> LAYOUTS = Layouts.all("annexes.txt")
		.stream()
		.map(Layouts.Layout::name)
		.collect(Collectors.toSet());

	static Stream<Arguments> clauses() throws IOException {
		try (InputStream content = Objects
			.requireNonNull(ClausesTests.class.getResourceAsStream("/layouts/clauses.txt"))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" \\| "))
				.map((clause) -> Arguments.of(clause[0], clause[1]))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("clauses")
	void isTested(String clause, String where) throws ClassNotFoundException {
		int method = where.indexOf('#');
		if (method > 0) {
			Class<?> tests = Class.forName("vn.wardkpi.planimport." + where.substring(0, method));
			String named = where.substring(method + 1);
			assertThat(Arrays.stream(tests.getDeclaredMethods()))
				.anyMatch((one) -> named.isEmpty() || one.getName().equals(named));
		}
		else if (where.matches("\\w\\d\\d\\w?-[\\w-]+\\.\\w+")) {
			assertThat(ClausesTests.class.getResource("/domain/annexes/" + where)).isNotNull();
		}
		else {
			assertThat(LAYOUTS).contains(where);
		}
	}

}
