package vn.wardkpi.planimport.proposal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.shared.SearchKey;

/**
 * Which way an indicator should move, from the words of its name and its figures. "Giảm
 * còn" names a level that is to be low, "giảm 4%/năm" the size of a reduction that is to
 * be large; "xử lý các cơ sở gây ô nhiễm" is work against an evil.
 */
final class DirectionInference {

	private static final Phrases REDUCED_TO = Phrases
		.of("giam (xuong )?(con|duoi)|xuong con|con duoi|giu o muc duoi|khong vuot qua|khong qua|toi da");

	private static final Phrases EVIL = Phrases
		.of("ho ngheo|can ngheo|ty le ngheo|ngheo da chieu|suy dinh duong|thap coi|nhe can|tai nan|tu vong|chet|thuong vong"
				+ "|toi pham|pham phap|ma tuy|nguoi nghien|tu diem|te nan|o nhiem|that nghiep|bao luc|xam hai|tao hon"
				+ "|hon nhan can huyet|sinh con thu|that thoat|ton dong|qua han|tre han|no dong|no xau|no thue|vi pham"
				+ "|khieu (nai|kien)|to cao|su co|vu chay|chay no|bo hoc|luu ban|mu chu|dot nat|ngap|un tac"
				+ "|dich benh|mac benh|nhiem benh|mat can bang gioi|gioi tinh khi sinh|xam chiem|lan chiem"
				+ "|hao phi|tieu hao|phat thai|thiet hai|diem nong|phuc tap ve an ninh");

	private static final Phrases AGAINST_EVIL = Phrases
		.of("xu ly|khac phuc|giai quyet|dieu tra|kham pha|phat hien|truy to|xet xu|thoat (can )?ngheo|ngan chan|trien khai"
				+ "|phong,? (chong|ngua|chay)|phong ngua|ho tro|thu hoi|\\bxoa\\b|duoc |bao hiem that nghiep|\\bbhtn\\b"
				+ "|khong (co|con|de|xay ra|phat sinh|vi pham|sinh con|bi|mac)|dat (chuan|tieu chuan)|kiem soat|quan ly"
				+ "|cai nghien|giam sat|tiep nhan|chuyen hoa|giai toa|quan trac");

	/**
	 * With their marks: "nhà tạm" is no "nhà tắm", "giảm" no "giám sát", "đạt" no "đất".
	 */
	private static final Pattern EVIL_BY_MARKS = marked("nhà tạm|vụ cháy|cháy, nổ|nghiện (?:ma|hút|rượu)");

	private static final Pattern REDUCTION = marked("\\bgiảm\\b");

	private static final Pattern GOOD_BY_MARKS = marked("\\b(?:tăng|đạt)\\b");

	private static final Pattern SIZE_OF_REDUCTION = Pattern
		.compile("muc giam|ty le giam|toc do giam|giam .*(binh quan|hang nam|moi nam|/ ?nam|so voi)|so .* giam"
				+ "|giam (them |tu )?\\d");

	private static final Pattern PER_YEAR = Pattern.compile("/ ?nam|hang nam|moi nam|diem (%|phan tram)");

	private static final Phrases GOOD = Phrases
		.of("thu nhap|thu ngan sach|\\bthu (tu|tien|hut|noi dia|thue|phi)|cong nhan|tham gia|duoc |hoan thanh|bao phu"
				+ "|che phu|phu song|san luong|nang suat|gia tri|kim ngach|trong moi|xay dung|xay moi|viec lam"
				+ "|bao hiem|\\bbhyt\\b|\\bbhxh\\b|nuoc sach|su dung|so hoa|dung han|hai long|chuan|tiem|giai ngan|dao tao"
				+ "|thanh lap moi|phat trien|ket nap|truy cap|ho so truc tuyen|thu gom|phan loai|trong rung|tuyen quan"
				+ "|giao quan|trung tuyen|giu vung|nang cap|cai tao|bac si|giuong benh|thoat (can )?ngheo");

	private static Pattern marked(String regex) {
		return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
	}

	private final ReadRow row;

	private final String key;

	private final String lower;

	private DirectionInference(ReadRow row) {
		this.row = row;
		this.key = row.key();
		this.lower = row.lower();
	}

	static Guess<Direction> of(ReadRow row) {
		return new DirectionInference(row).infer();
	}

	private Guess<Direction> infer() {
		String reducedTo = found(REDUCED_TO);
		if (reducedTo != null) {
			return Guess.sure(Direction.LOWER_IS_BETTER, "direction.reduced-to", reducedTo);
		}
		List<BigDecimal> values = this.row.values();
		if (!values.isEmpty() && values.stream().allMatch((value) -> value.signum() == 0)) {
			return Guess.sure(Direction.LOWER_IS_BETTER, "direction.none-left");
		}
		Guess<Direction> bound = byBound();
		if (bound != null) {
			return bound;
		}
		String evil = found(EVIL, EVIL_BY_MARKS);
		String against = found(AGAINST_EVIL);
		if (evil != null && against != null) {
			return Guess.sure(Direction.HIGHER_IS_BETTER, "direction.against-evil", against, evil);
		}
		if (REDUCTION.matcher(this.lower).find()) {
			return reduction();
		}
		if (evil != null) {
			return this.row.rises() ? Guess.unsure(Direction.LOWER_IS_BETTER, "direction.evil-rising", evil)
					: Guess.sure(Direction.LOWER_IS_BETTER, "direction.evil", evil);
		}
		return byFigures(found(GOOD, GOOD_BY_MARKS));
	}

	private Guess<Direction> reduction() {
		if (found(SIZE_OF_REDUCTION) != null || PER_YEAR.matcher(texts()).find()) {
			return Guess.sure(Direction.HIGHER_IS_BETTER, "direction.reduction-size");
		}
		BigDecimal baseline = this.row.baselineValue();
		List<BigDecimal> values = this.row.values();
		boolean level = baseline != null && !values.isEmpty() && this.row.falls()
				&& values.get(0).multiply(BigDecimal.valueOf(2)).compareTo(baseline) >= 0;
		return (level || (values.size() > 2 && this.row.falls()))
				? Guess.unsure(Direction.LOWER_IS_BETTER, "direction.reduction-level")
				: Guess.unsure(Direction.HIGHER_IS_BETTER, "direction.reduction-size");
	}

	private @Nullable Guess<Direction> byBound() {
		for (ParsedTarget target : this.row.all().toList()) {
			Comparator comparator = target.comparator();
			if (comparator == Comparator.AT_MOST || comparator == Comparator.LESS_THAN) {
				return Guess.sure(Direction.LOWER_IS_BETTER, "direction.at-most", target.text());
			}
			if (comparator == Comparator.AT_LEAST || comparator == Comparator.MORE_THAN) {
				return Guess.sure(Direction.HIGHER_IS_BETTER, "direction.at-least", target.text());
			}
		}
		return null;
	}

	private Guess<Direction> byFigures(@Nullable String good) {
		if (good != null) {
			return this.row.falls() ? Guess.unsure(Direction.HIGHER_IS_BETTER, "direction.good-falling", good)
					: Guess.sure(Direction.HIGHER_IS_BETTER, "direction.good", good);
		}
		if (this.row.falls()) {
			return Guess.unsure(Direction.LOWER_IS_BETTER, "direction.falls");
		}
		boolean whole = this.row.all()
			.anyMatch((target) -> target.value() != null && "%".equals(target.unit())
					&& target.value().compareTo(BigDecimal.valueOf(100)) == 0);
		if (whole) {
			return Guess.sure(Direction.HIGHER_IS_BETTER, "direction.whole");
		}
		return this.row.rises() ? Guess.sure(Direction.HIGHER_IS_BETTER, "direction.rises")
				: Guess.unsure(Direction.HIGHER_IS_BETTER, "direction.nothing-against");
	}

	private @Nullable String found(Phrases bare, Pattern marked) {
		String found = found(bare);
		Matcher matcher = marked.matcher(this.lower);
		return (found != null || !matcher.find()) ? found : matcher.group();
	}

	private String texts() {
		StringBuilder texts = new StringBuilder(this.key).append(' ')
			.append(Objects.requireNonNullElse(this.row.row().unit(), ""));
		this.row.all().forEach((target) -> texts.append(' ').append(target.text()));
		return SearchKey.of(texts.toString());
	}

	private @Nullable String found(Phrases phrases) {
		int[] found = phrases.find(this.key);
		return (found != null) ? inName(found[0], found[1]) : null;
	}

	private @Nullable String found(Pattern pattern) {
		Matcher matcher = pattern.matcher(this.key);
		return matcher.find() ? inName(matcher.start(), matcher.end()) : null;
	}

	/** The words as they stand in the name, with their marks. */
	private String inName(int start, int end) {
		String name = this.row.row().name();
		return ((name.length() == this.key.length()) ? name : this.key).substring(start, end).strip();
	}

}
