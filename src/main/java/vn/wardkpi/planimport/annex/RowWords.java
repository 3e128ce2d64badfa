package vn.wardkpi.planimport.annex;

import java.util.List;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.shared.SearchKey;

/**
 * Rows that are no indicators, told by their words.
 */
final class RowWords {

	private static final Pattern FOOTER = Pattern
		.compile("[(*]*(ghi chu|chu thich|luu y|noi nhan|nguon( so lieu)?)\\b *[:)].*"
				+ "|noi nhan|(tm|kt|tl|tuq)\\. .*|chu tich( hdnd| ubnd)?|pho chu tich|nguoi lap( bieu| bang)?|thu ky|ke toan.*"
				+ "|\\((ky|da ky|ky ten|ky,).*|.*, ngay .{0,12} ?thang .{0,10} ?nam.*|[*]+ .*|xac nhan cua.*|lap bieu"
				+ "|(uy ban nhan dan|hoi dong nhan dan)( (phuong|xa|dac khu).*)?");

	/** "I + II", "(A+B)", "1+2+3": what a row is the sum of. */
	private static final String SUM = "[( =]*(?:[ivx]+|[a-h]|\\d{1,2})[)]?(?: ?[+,;&] ?[(]?(?:[ivx]+|[a-h]|\\d{1,2})[)]?)+[) ]*";

	private static final Pattern SUM_ALONE = Pattern.compile(SUM);

	private static final Pattern TOTAL = Pattern
		.compile("(tong( cong| so)?|cong)( (so )?(chi tieu|cac chi tieu)| (muc |phan |nhom )?([ivx]+|[a-h]|\\d{1,2})| ?"
				+ SUM + ")?[ :.]*");

	private static final Pattern FIELD = Pattern.compile(
			"(cac |nhom |he thong )*(chi tieu )?(ve |linh vuc |nhom )?(phat trien )?(kinh te|van hoa|xa hoi|moi truong"
					+ "|quoc phong|an ninh|xay dung|do thi|giao duc|y te|noi chinh|cai cach|chuyen doi so|ha tang)[ ,;:a-z0-9&-]{0,60}");

	private RowWords() {
	}

	/** The first row of what stands below a table: notes, recipients, signatures. */
	static boolean beginsFooter(SourceRow row) {
		return row.texts()
			.stream()
			.anyMatch((text) -> mayBeginFooter(text) && FOOTER.matcher(SearchKey.of(text)).matches());
	}

	private static boolean mayBeginFooter(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isLetter(text.charAt(i)) || text.charAt(i) == '*') {
				return true;
			}
		}
		return false;
	}

	static boolean isTotal(String name) {
		return TOTAL.matcher(SearchKey.of(name)).matches();
	}

	/** Whether what numbers a row says that it is the sum of others, "I + II". */
	static boolean isSum(String marker) {
		return SUM_ALONE.matcher(SearchKey.of(marker)).matches() && !marker.matches("[\\d.,]+");
	}

	/** Whether a name is rather that of a field than of an indicator. */
	static boolean isField(String name) {
		return FIELD.matcher(SearchKey.of(name)).matches();
	}

	static String abbreviated(String text) {
		return (text.length() > 80) ? text.substring(0, 80) + "…" : text;
	}

}
