package vn.wardkpi.report.text;

import java.math.BigDecimal;
import java.util.Objects;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What stands in the annex's cells of results, comparisons and verdicts.
 */
final class AnnexCells {

	private final ReportWords words;

	private final ReportMaterial material;

	AnnexCells(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	String of(IndicatorYear row, Part part) {
		if (row.judgement().verdict() == Verdict.NOT_ASSIGNED && part != Part.RESULT) {
			return "";
		}
		return switch (part) {
			case RESULT -> figure(row);
			case COMPARISON -> comparison(row);
			default -> this.words.verdict(row.judgement().verdict(), row.judgement().provisional());
		};
	}

	static String figure(IndicatorYear row) {
		ActualRow actual = row.actual();
		if (actual == null) {
			return "";
		}
		FigureText text = FigureText.of(actual, row.judgement(), row.indicator(), row.parsedTarget());
		String main = Objects.requireNonNullElse(text.main(), "");
		return (text.beside() != null) ? main + " (" + text.beside() + ")" : main;
	}

	private String comparison(IndicatorYear row) {
		if (row.judgement().completion() != null) {
			return VietnameseNumber.write(row.judgement().completion()) + "%";
		}
		BigDecimal gap = row.judgement().gap();
		if (gap == null) {
			return "";
		}
		boolean share = FigureText.isShare(row.indicator(), row.parsedTarget());
		String number = VietnameseNumber.signed(gap.signum(), VietnameseNumber.write(gap.abs()));
		return share ? this.words.of("points", number) : number;
	}

	String of(IndicatorOverPeriod row, Part part) {
		var period = row.attainment();
		if (part == Part.RESULT) {
			if (period.yearsJudged() != null && period.yearsJudged() > 0) {
				String held = period.yearsHeld() + "/" + period.yearsJudged();
				return period.missedYears().isEmpty() ? held
						: held + " (" + this.words.of("period.missed", ReportWords.years(period.missedYears())) + ")";
			}
			return (period.value() != null) ? FigureText.number(period.value(), 0, row.indicator(), null) : "";
		}
		if (period.verdict() == Verdict.NOT_ASSIGNED) {
			return "";
		}
		if (part == Part.COMPARISON) {
			return (period.progress() != null) ? VietnameseNumber.writeShort(period.progress().movePointRight(2)) + "%"
					: "";
		}
		boolean over = this.material.year() == this.material.plan().toYear();
		return over ? this.words.verdict(period.verdict(), period.provisional()) : this.words.course(period.course());
	}

}
