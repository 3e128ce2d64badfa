package vn.wardkpi.plan.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;

/**
 * A verdict or headline that would not be the same, as a page shows it.
 *
 * @param no {@code null} for the year's headline
 * @param was {@code null} for a headline
 * @param is likewise
 */
public record PreviewedChange(int year, Issuer issuer, @Nullable String no, @Nullable String name, String from,
		String to, @Nullable Verdict was, @Nullable Verdict is) {

	/**
	 * What the change of a plan would do.
	 */
	public static List<PreviewedChange> of(PlanChange change, AttainmentPreview preview) {
		Map<String, String> names = change.after()
			.indicators()
			.stream()
			.collect(Collectors.toMap(IndicatorRow::no, IndicatorRow::name));
		return preview.changes(change, LocaleContextHolder.getLocale()).stream().map((one) -> of(one, names)).toList();
	}

	/**
	 * @param names of the plan's indicators by their numbers
	 */
	public static PreviewedChange of(AttainmentChange change, Map<String, String> names) {
		Optional<String> no = Optional.ofNullable(change.no());
		return new PreviewedChange(change.year(), change.issuer(), change.no(),
				no.map((number) -> Objects.requireNonNullElse(names.get(number), number)).orElse(null), change.from(),
				change.to(), no.map((number) -> Verdict.valueOf(change.from())).orElse(null),
				no.map((number) -> Verdict.valueOf(change.to())).orElse(null));
	}

}
