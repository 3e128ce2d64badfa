package vn.wardkpi.dashboard.web.indicator;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.dashboard.web.chart.Chart;
import vn.wardkpi.dashboard.web.chart.Charts;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.webui.FromAddress;

/**
 * An indicator's chart as a file, for whoever may see the indicator.
 */
@Controller
class ChartController {

	private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

	private final PlanCatalog plans;

	private final PlanReadModel readModel;

	private final Charts charts;

	private final MessageSource messages;

	ChartController(PlanCatalog plans, PlanReadModel readModel, Charts charts, MessageSource messages) {
		this.plans = plans;
		this.readModel = readModel;
		this.charts = charts;
		this.messages = messages;
	}

	@GetMapping("/plans/{id}/indicators/{no}/chart.svg")
	ResponseEntity<String> svg(@PathVariable long id, @PathVariable String no,
			@FromAddress IndicatorController.Asked asked, Actor actor, Locale locale) {
		File file = file(this.plans.require(id, actor), no, asked, locale);
		return answer(file, "svg", SVG).body(this.charts.svg(file.chart(), file.caption(), locale));
	}

	@GetMapping("/plans/{id}/indicators/{no}/chart.png")
	ResponseEntity<byte[]> png(@PathVariable long id, @PathVariable String no,
			@FromAddress IndicatorController.Asked asked, Actor actor, Locale locale) {
		File file = file(this.plans.require(id, actor), no, asked, locale);
		return answer(file, "png", MediaType.IMAGE_PNG).body(this.charts.png(file.chart(), file.caption(), locale));
	}

	private File file(PlanSummary plan, String no, IndicatorController.Asked asked, Locale locale) {
		JudgedPlan view = this.readModel.readIndicators(plan, asked.asOf());
		ShownIndicator shown = ShownIndicator.of(view, no, asked.issuer());
		Chart chart = Chart.of(shown.indicator(), shown.issuer());
		if (chart == null) {
			throw new RefusedException(Kind.CONFLICT, "chart.none", no);
		}
		IndicatorRow indicator = shown.indicator().indicator();
		return new File(chart, caption(plan, indicator.unit(), VietnameseDay.write(view.asOf(), locale), locale),
				plan.wardCode() + "-" + no.replace('.', '-') + "-" + view.asOf());
	}

	private String caption(PlanSummary plan, @Nullable String unit, String day, Locale locale) {
		String of = this.messages.getMessage("dashboard.chart.caption",
				new Object[] { plan.wardName(), String.valueOf(plan.fromYear()), String.valueOf(plan.toYear()), day },
				locale);
		return (unit != null)
				? of + " · " + this.messages.getMessage("dashboard.unit-of", new Object[] { unit }, locale) : of;
	}

	private static ResponseEntity.BodyBuilder answer(File file, String ending, MediaType type) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name() + "." + ending).build().toString());
	}

	/**
	 * @param name without its ending
	 */
	private record File(Chart chart, String caption, String name) {
	}

}
