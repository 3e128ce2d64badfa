package vn.wardkpi.catalogue.web.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.template.PlanTemplate;
import vn.wardkpi.catalogue.template.PlanTemplates;
import vn.wardkpi.catalogue.template.TemplatePlans;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Province;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The templates that provinces hand to their wards: written by those of the province.
 */
@Controller
@RequestMapping("/plan-templates")
class PlanTemplateController {

	private final PlanTemplates templates;

	private final TemplatePlans plans;

	private final Catalogue catalogue;

	private final Wards wards;

	private final ProblemMessages messages;

	PlanTemplateController(PlanTemplates templates, TemplatePlans plans, Catalogue catalogue, Wards wards,
			ProblemMessages messages) {
		this.templates = templates;
		this.plans = plans;
		this.catalogue = catalogue;
		this.wards = wards;
		this.messages = messages;
	}

	/**
	 * @param ward for which an administrator of several looks for one
	 */
	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable WardCode ward, Actor actor) {
		return new ModelAndView("catalogue/templates").addObject("templates", this.templates.all(actor))
			.addObject("ward", ward)
			.addObject("mayWrite", actor.mayAdministerInstallation() || actor.province() != null)
			.addObject("ofProvince", actor.mayAdministerSeveralWards());
	}

	/**
	 * @param plan whose rows it begins with; those of the catalogue by default
	 */
	@GetMapping("/new")
	ModelAndView write(@RequestParam(required = false) @Nullable Long plan, Actor actor) {
		refuseOthers(actor);
		TemplateForm form;
		if (plan != null) {
			PlanSummary from = this.plans.plan(plan, actor);
			form = TemplateForm.of(from.title(), from.fromYear(), from.toYear(), this.plans.ofPlan(plan, actor));
		}
		else {
			form = new TemplateForm("", "", "", TemplateForm.of("", 0, 0, this.plans.ofCatalogue()).rows());
		}
		return page(null, 0, Objects.requireNonNullElse(actor.province(), ""), form, Map.of(), actor);
	}

	@PostMapping
	ModelAndView hand(@RequestParam Map<String, String> sent, Actor actor, RedirectAttributes redirect) {
		refuseOthers(actor);
		TemplateForm form = TemplateForm.read(sent);
		String province = sent.getOrDefault("province", "");
		if (province.isEmpty()) {
			return refused(
					page(null, 0, province, form, Map.of("province", this.messages.text("problem.required")), actor),
					Kind.INVALID);
		}
		try {
			redirect.addAttribute("id", this.templates.hand(province, form.draft(), actor));
		}
		catch (RefusedException ex) {
			return refused(page(null, 0, province, form, errors(ex), actor), ex.kind());
		}
		redirect.addFlashAttribute("flash", "template.handed");
		return new ModelAndView("redirect:/plan-templates/{id}");
	}

	/**
	 * @param ward that an administrator of several came from; the own one by default
	 */
	@GetMapping("/{id}")
	ModelAndView show(@PathVariable long id, @RequestParam(required = false) @Nullable WardCode ward, Actor actor) {
		PlanTemplate template = this.templates.require(id, actor);
		Ward of = Optional.ofNullable((ward != null && actor.mayAdminister(ward)) ? ward : actor.ward())
			.flatMap(this.wards::find)
			.orElse(null);
		return new ModelAndView("catalogue/template").addObject("template", template)
			.addObject("rows", this.templates.rows(template))
			.addObject("uses", this.plans.uses(template, actor))
			.addObject("ward", of)
			.addObject("mayKeep", actor.mayAdministerProvince(template.provinceCode()) && !template.withdrawn());
	}

	@GetMapping("/{id}/edit")
	ModelAndView edit(@PathVariable long id, Actor actor) {
		PlanTemplate template = this.templates.require(id, actor);
		this.templates.refuseOthers(template.provinceCode(), actor);
		return page(id, template.version(), template.provinceCode(), TemplateForm.of(template.title(),
				template.fromYear(), template.toYear(), this.templates.rows(template)), Map.of(), actor);
	}

	@PostMapping("/{id}")
	ModelAndView change(@PathVariable long id, @RequestParam(defaultValue = "-1") int version,
			@RequestParam Map<String, String> sent, Actor actor, RedirectAttributes redirect) {
		TemplateForm form = TemplateForm.read(sent);
		try {
			this.templates.change(id, version, form.draft(), actor);
		}
		catch (RefusedException ex) {
			return refused(page(id, version, "", form, errors(ex), actor), ex.kind());
		}
		redirect.addFlashAttribute("flash", "template.saved");
		redirect.addAttribute("id", id);
		return new ModelAndView("redirect:/plan-templates/{id}");
	}

	@PostMapping("/{id}/withdraw")
	String withdraw(@PathVariable long id, Actor actor, RedirectAttributes redirect) {
		this.templates.withdraw(id, actor);
		redirect.addFlashAttribute("flash", "template.withdrawn.done");
		redirect.addAttribute("id", id);
		return "redirect:/plan-templates/{id}";
	}

	/** To those of the province of the form, or of none, it is not written at all. */
	private void refuseOthers(Actor actor) {
		this.templates.refuseOthers(actor.province(), actor);
	}

	private Map<String, String> errors(RefusedException ex) {
		if (ex.kind() != Kind.INVALID && ex.kind() != Kind.STALE && ex.kind() != Kind.CONFLICT) {
			throw ex;
		}
		Map<String, String> errors = new LinkedHashMap<>();
		ex.fields()
			.forEach((one) -> errors.putIfAbsent(String.valueOf(one.field()), this.messages.message(one.problem())));
		if (errors.isEmpty()) {
			errors.put("title", this.messages.message(ex));
		}
		return errors;
	}

	private static ModelAndView refused(ModelAndView page, Kind kind) {
		page.setStatus((kind == Kind.INVALID) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
		return page;
	}

	private ModelAndView page(@Nullable Long id, int version, String province, TemplateForm form,
			Map<String, String> errors, Actor actor) {
		List<Province> provinces = (id == null && actor.mayAdministerInstallation()) ? this.wards.provinces()
				: List.of();
		return new ModelAndView("catalogue/template-form").addObject("page", TemplateFormPage.of(id, version, province,
				provinces, form, this.catalogue.all(), errors, this.messages::text));
	}

}
