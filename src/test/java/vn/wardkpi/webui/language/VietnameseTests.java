package vn.wardkpi.webui.language;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VietnameseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Thu ngân sách nhà nước                                 | [Thu ngân sách nhà nước]
			1.2 Thu từ thuế                                        | [1.2 Thu từ thuế]
			Met                                                    | Met
			GRDP                                                   | GRDP
			“Thu ngân sách” is not a number                        | “[Thu ngân sách]” is not a number
			Official who enters figures, Từ Liêm ward              | Official who enters figures, [Từ Liêm] ward
			Plan of the ward <phường Từ Liêm, Hà Nội> to 2030      | Plan of the ward [phường Từ Liêm, Hà Nội] to 2030
			""")
	void areTold(String text, String expected) {
		String marked = text.replace('<', Vietnamese.BEGIN).replace('>', Vietnamese.END);
		assertThat(Vietnamese.parts(marked)
			.stream()
			.map((part) -> part.vietnamese() ? "[" + part.text() + "]" : part.text())
			.collect(Collectors.joining())).isEqualTo(expected);
	}

}
