package vn.wardkpi.report.text;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.content.Frame;
import vn.wardkpi.report.content.Frame.Signature;
import vn.wardkpi.report.content.PaperMark;
import vn.wardkpi.report.content.ReportIssue;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.ward.Ward;

/**
 * What stands around the text: head, subject, recipients and signatures.
 */
final class FrameWriter {

	private final ReportWords words;

	private final ReportMaterial material;

	FrameWriter(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	Frame frame() {
		PlanSummary plan = this.material.plan();
		List<Signature> signatures = this.material.settings()
			.signatories()
			.stream()
			.map((one) -> new Signature(one.lines(), one.name(),
					this.words.of("frame.signature", String.join(" ", one.lines()), one.name()).strip()))
			.toList();
		return new Frame(this.words.of("frame.state"), this.words.of("frame.motto"),
				capitals(this.words.of("frame.parent", plan.provinceName())),
				capitals(this.words.of("frame.body", plan.wardName())), number(), placeAndDay(),
				this.words.of("frame.name"), subject(), this.words.of("frame.addressee", inSentence()),
				this.words.of("frame.recipients"), this.material.settings().recipients(), signatures);
	}

	/** "Kết quả thực hiện các chỉ tiêu … năm 2026 của phường Từ Liêm". */
	String subject() {
		PlanSummary plan = this.material.plan();
		ReportKind kind = this.material.kind();
		boolean estimated = kind == ReportKind.YEAR && this.material.ofYear().headline().provisional();
		return this.words.of("subject." + kind + (estimated ? ".estimate" : ""), String.valueOf(this.material.year()),
				inSentence(), String.valueOf(plan.fromYear()), String.valueOf(plan.toYear()),
				ReportWords.years(this.material.shownYears()));
	}

	String inSentence() {
		return Ward.inSentence(this.material.plan().wardName());
	}

	private String number() {
		ReportIssue issue = this.material.issue();
		return (issue != null && issue.number() != null) ? this.words.of("frame.number.given", issue.number())
				: this.words.of("frame.number");
	}

	private String placeAndDay() {
		ReportIssue issue = this.material.issue();
		if (issue == null || issue.date() == null) {
			return this.words.of("frame.place-and-day", place(), day());
		}
		return this.words.of("frame.place-and-day.given", place(), ReportWords.dayOfMonth(issue.date()),
				ReportWords.month(issue.date()), String.valueOf(issue.date().getYear()));
	}

	/** The report as its annex names it. */
	String inAnnex() {
		ReportIssue issue = this.material.issue();
		if (issue == null || issue.number() == null || issue.date() == null) {
			return this.words.of("annex.report", day(), inSentence());
		}
		return this.words.of("annex.report.given", String.valueOf(issue.date().getYear()), inSentence(), issue.number(),
				ReportWords.dayOfMonth(issue.date()), ReportWords.month(issue.date()));
	}

	/** What each page bears; nothing on a draft. */
	@Nullable PaperMark mark() {
		ReportIssue issue = this.material.issue();
		if (issue == null) {
			return null;
		}
		String address = issue.address();
		return (address != null) ? new PaperMark(this.words.of("mark.at", issue.code(), address), address)
				: new PaperMark(this.words.of("mark", issue.code()), issue.code());
	}

	/** The year on which it is written. */
	String day() {
		return String.valueOf(this.material.judged().asOf().getYear());
	}

	/** "Từ Liêm" of "Phường Từ Liêm". */
	private String place() {
		return this.material.plan().wardName().replaceFirst("^(Phường|Xã|Đặc khu|Quận|Huyện) ", "");
	}

	static String capitals(String text) {
		return text.toUpperCase(ReportWords.VIETNAMESE);
	}

}
