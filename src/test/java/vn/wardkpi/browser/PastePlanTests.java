package vn.wardkpi.browser;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which copied value belongs to which row. The sheet of the examples: 1 (a number), group
 * 2 with 2.1 (x of y) and 2.2 (locked), 3 (a word), 4 (a number).
 */
class PastePlanTests extends ScriptTest {

	private static final String PLAN = """
			async ([text, from]) => {
			  const { fromText, tidy } = await import('/js/sheet/clipboard.js');
			  const { plan } = await import('/js/sheet/paste-plan.js');
			  const row = (no, more) => ({ no, takesParts: false, words: null, ...more });
			  const answers = [{ value: '', text: '–' }, { value: 'MET', text: 'Đạt' }, { value: 'NOT_MET', text: 'Không đạt' }];
			  const lines = [
			    { no: '1', group: false, row: row('1') },
			    { no: '2', group: true, row: null },
			    { no: '2.1', group: false, row: row('2.1', { takesParts: true }) },
			    { no: '2.2', group: false, row: null },
			    { no: '3', group: false, row: row('3', { words: answers }) },
			    { no: '4', group: false, row: row('4') }];
			  const found = plan(tidy(fromText(text)), lines, lines.findIndex((line) => line.no === from), { year: '2026', period: 'FINAL' });
			  const filled = found.fill.map((one) => one.row.no + '=' + Object.entries(one.parts)
			    .filter(([, value]) => value !== '').map(([part, value]) => part + ':' + value).join('+'));
			  const notes = ['blank', 'text', 'locked'].filter((why) => found[why].length > 0)
			    .map((why) => why + ' ' + found[why].join(','));
			  const counts = ['header', 'left'].filter((what) => found[what] > 0).map((what) => what + ' ' + found[what]);
			  return [...filled, ...notes, ...counts, ...(found.numbered ? ['numbered'] : [])].join('; ');
			}
			""";

	@Test
	void aColumnFillsDownwardFromTheCursor() {
		assertThat(plan("15,8\n\n12/18\n1\nĐạt\n7\n", "1"))
			.isEqualTo("1=value:15,8; 2.1=numerator:12+denominator:18; 3=achieved:MET; 4=value:7; locked 2.2");
	}

	@Test
	void aGroupTakesNoLineThatHasAFigure() {
		assertThat(plan("1\n2/3\n", "1")).isEqualTo("1=value:1; 2.1=numerator:2+denominator:3");
	}

	@Test
	void headingsAreLeftOutAndSoIsTheYearAlone() {
		assertThat(plan("Thực hiện 2026\n15,8\n", "1")).isEqualTo("1=value:15,8; header 1");
		assertThat(plan("2026\n15,8\n", "1")).isEqualTo("1=value:15,8; header 1");
		assertThat(plan("2026\n", "1")).isEqualTo("1=value:2026");
	}

	@Test
	void emptyCellsAndWordsKeepWhatStandsThere() {
		assertThat(plan("-\n", "1")).isEqualTo("blank 1");
		assertThat(plan("5\n\nchưa có\n", "4")).isEqualTo("4=value:5; left 1");
		assertThat(plan("chưa có\n", "4")).isEqualTo("text 4");
		assertThat(plan("Chắc là đạt\n", "3")).isEqualTo("text 3");
	}

	@Test
	void linesWithoutARowAreCounted() {
		assertThat(plan("1\n2\n\n3\n", "4")).isEqualTo("4=value:1; left 2");
	}

	@Test
	void numbersAndNamesSayWhereValuesGo() {
		assertThat(plan("TT\tChỉ tiêu\tKết quả\n4\tSố hộ\t7\n2\tTrường\t\n1\tThu\t15,8 tỷ\n2.2\tKhóa\t1\n", "3"))
			.isEqualTo("4=value:7; 1=value:15,8 tỷ; locked 2.2; numbered");
	}

	@Test
	void twoColumnsAreXAndYWhereTheRowTakesThem() {
		assertThat(plan("12\t18\n", "2.1")).isEqualTo("2.1=numerator:12+denominator:18");
		assertThat(plan("66,7%\n", "2.1")).isEqualTo("2.1=value:66,7%");
	}

	@Test
	void aCellWithALineBreakStandsInQuotes() {
		assertThat(plan("\"Thu ngân sách\r\n\"\"xã\"\"\"\t15,8\r\n", "1")).isEqualTo("1=value:15,8");
	}

	private String plan(String text, String from) {
		return result(PLAN, List.of(text, from));
	}

}
