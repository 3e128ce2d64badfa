package vn.wardkpi.browser;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many targets a decision that is being written has so far, and what they would come
 * to: said beside its rows while they are typed.
 */
class DecisionCountTests extends ScriptTest {

	private static final String COUNT = """
			async (fields) => {
			  document.body.innerHTML = `<form id="decision" action="/decisions" data-typed="Đã nhập {0} mục tiêu">
			    <table id="decision-rows"><tr><td><input type="text" name="no.0"></td><td><input type="text" name="text.0"></td></tr>
			    <tr><td><input type="text" name="no.1"></td><td><input type="text" name="text.1"></td></tr></table>
			    <textarea name="pasted"></textarea><input type="checkbox" id="confirm" name="confirm">
			    <span id="decision-count"></span></form><div id="live" data-live="true"></div>`;
			  const asked = [];
			  let answered = () => {};
			  window.fetch = async (address, request) => {
			    asked.push(address + ' ' + [...request.body.entries()].filter(([name, value]) => value !== '' && name !== 'confirm')
			      .map(([name, value]) => name + '=' + value).join('&'));
			    setTimeout(() => answered(), 0);
			    return new Response('<section data-says="2 kết quả thay đổi"><h2 id="changes-head">Thay đổi</h2></section>');
			  };
			  await import('/js/plan/decision.js');
			  const count = document.getElementById('decision-count');
			  const said = [];
			  for (const [name, value] of fields) {
			    const field = document.forms[0].elements[name];
			    if (field.type === 'checkbox') { field.checked = true; } else { field.value = value; }
			    field.dispatchEvent(new Event('input', { bubbles: true }));
			    said.push(count.textContent);
			  }
			  if (said.at(-1)) {
			    await new Promise((done) => { answered = done; });
			    await new Promise((done) => setTimeout(done, 0));
			    said.push(count.textContent + ' ' + (count.querySelector('a')?.getAttribute('href') ?? ''));
			  }
			  return said.concat(asked).join('; ');
			}
			""";

	@Test
	void countsRowsThatNameAnIndicatorAndSayWhatIsAskedFor() {
		assertThat(typed(List.of(List.of("no.0", "3"), List.of("text.0", "99%"), List.of("text.1", "5"),
				List.of("no.1", "4"), List.of("no.1", " "))))
			.isEqualTo("; Đã nhập 1 mục tiêu; Đã nhập 1 mục tiêu; Đã nhập 2 mục tiêu; Đã nhập 1 mục tiêu; "
					+ "Đã nhập 1 mục tiêu · 2 kết quả thay đổi #changes-head; "
					+ "/decisions no.0=3&text.0=99%&no.1= &text.1=5&action=live");
	}

	@Test
	void countsThePastedLinesThatSaySomething() {
		assertThat(typed(List.of(List.of("pasted", "3\t2027\t99%\n\n  \n4\t2027\t5\n"), List.of("pasted", " "))))
			.isEqualTo("Đã nhập 2 mục tiêu; ");
	}

	@Test
	void whoHasReadTheWarningsHasTypedNothing() {
		assertThat(typed(List.of(List.of("confirm", "true")))).isEmpty();
	}

	private String typed(List<List<String>> fields) {
		return result(COUNT, fields);
	}

}
