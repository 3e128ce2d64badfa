package vn.wardkpi.dashboard;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.period.IndicatorPeriod;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.YearAttainment;

/**
 * What the rules said last of each year and of each indicator's period, with all that
 * they were told: they are asked again only where any of it differs. Several threads may
 * use it.
 */
final class LastJudged {

	private final Map<Year, Answer<List<IndicatorCase>, YearAttainment>> years = new ConcurrentHashMap<>();

	private final Map<Period, Answer<IndicatorPeriod, PeriodAttainment>> periods = new ConcurrentHashMap<>();

	YearAttainment year(Issuer issuer, int year, List<IndicatorCase> cases) {
		return answer(this.years, new Year(issuer, year), cases, YearAttainment::judge);
	}

	/**
	 * @param until the year at whose end it is looked at
	 */
	PeriodAttainment period(Issuer issuer, int until, IndicatorPeriod period) {
		return answer(this.periods, new Period(issuer, until, period.rule().no()), period, PeriodAttainment::judge);
	}

	private static <K, Q, A> A answer(Map<K, Answer<Q, A>> last, K key, Q asked, Function<Q, A> rules) {
		Answer<Q, A> known = last.get(key);
		if (known != null && known.asked().equals(asked)) {
			return known.answer();
		}
		A answer = rules.apply(asked);
		last.put(key, new Answer<>(asked, answer));
		return answer;
	}

	private record Year(Issuer issuer, int year) {
	}

	private record Period(Issuer issuer, int until, String no) {
	}

	private record Answer<Q, A>(Q asked, A answer) {
	}

}
