package vn.wardkpi.catalogue.web;

import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.CatalogueLinks;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.shared.Actor;

/**
 * Shared definitions, and which indicator of a plan is which.
 */
@RestController
@RequestMapping("/api/v1")
class CatalogueResource {

	private final Catalogue catalogue;

	private final CatalogueLinks links;

	CatalogueResource(Catalogue catalogue, CatalogueLinks links) {
		this.catalogue = catalogue;
		this.links = links;
	}

	/**
	 * All definitions, or those whose name has every word of {@code q}, ignoring case and
	 * marks.
	 */
	@GetMapping("/catalogue")
	List<DefinitionView> list(@RequestParam(defaultValue = "") String q) {
		List<Definition> found = q.isBlank() ? this.catalogue.all() : this.catalogue.search(q);
		return found.stream().map(DefinitionView::of).toList();
	}

	@GetMapping("/catalogue/{id}")
	DefinitionView one(@PathVariable long id) {
		return DefinitionView.of(this.catalogue.versions(id).get(0));
	}

	@GetMapping("/plans/{id}/catalogue")
	List<LinkView> links(@PathVariable long id, Actor actor) {
		return this.links.of(id, actor).stream().map(LinkView::of).toList();
	}

	/**
	 * Says what an indicator is; {@code null} that it is none of the catalogue.
	 */
	@PutMapping("/plans/{id}/catalogue/{no}")
	List<LinkView> link(@PathVariable long id, @PathVariable String no, @RequestBody LinkBody body, Actor actor) {
		this.links.say(id, Collections.singletonMap(no, body.definitionId()), actor);
		return links(id, actor);
	}

	record DefinitionView(long id, int version, String name, @Nullable String unit, Direction direction,
			ValueType valueType, @Nullable String measured, @Nullable String source, @Nullable String formula) {

		static DefinitionView of(Definition one) {
			return new DefinitionView(one.id(), one.version(), one.name(), one.unit(), one.direction(), one.valueType(),
					one.measured(), one.source(), one.formula());
		}

	}

	record LinkBody(@Nullable Long definitionId) {
	}

	/**
	 * @param confirmed whether a person said so
	 * @param definitionId what it is; {@code null} where it is none, or nobody said
	 * @param proposedId by its name, where nobody said
	 */
	record LinkView(String no, String name, boolean confirmed, @Nullable Long definitionId, @Nullable Long proposedId) {

		static LinkView of(CatalogueLinks.Link link) {
			return new LinkView(link.no(), link.name(), link.confirmed(),
					(link.linked() != null) ? link.linked().id() : null,
					(link.proposed() != null) ? link.proposed().id() : null);
		}

	}

}
