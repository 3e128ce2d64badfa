package vn.wardkpi.webui.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;

import vn.wardkpi.webui.language.Vietnamese.Part;

/**
 * Writes {@code lang="vi"} around what is Vietnamese on a page in another language (WCAG
 * 3.1.2): names of indicators and wards, texts as they were entered. A page in Vietnamese
 * passes through as it is.
 */
public final class LanguageOfParts extends AbstractTemplateHandler {

	private static final String LANG = "lang";

	private static final String CODE = "vi";

	/** Elements that hold nothing but text: they say themselves what it is in. */
	private static final Set<String> TEXT_ALONE = Set.of("title", "option", "textarea", "text", "tspan", "desc");

	/** Elements whose text nobody reads. */
	private static final Set<String> UNREAD = Set.of("script", "style");

	private final Deque<Element> open = new ArrayDeque<>();

	private boolean foreign;

	private @Nullable IModelFactory factory;

	private @Nullable IOpenElementTag held;

	@Override
	public void setContext(ITemplateContext context) {
		super.setContext(context);
		this.foreign = !context.getLocale().getLanguage().equals(CODE);
		this.factory = context.getModelFactory();
	}

	@Override
	public void handleOpenElement(IOpenElementTag tag) {
		if (!this.foreign) {
			super.handleOpenElement(tag);
			return;
		}
		release();
		String name = tag.getElementCompleteName();
		String lang = tag.getAttributeValue(LANG);
		boolean vietnamese = (lang != null) ? lang.equals(CODE) : isVietnameseHere();
		this.open.push(new Element(name, vietnamese));
		IOpenElementTag clean = clean(tag);
		if (TEXT_ALONE.contains(name) && !vietnamese) {
			this.held = clean;
		}
		else {
			super.handleOpenElement(clean);
		}
	}

	@Override
	public void handleStandaloneElement(IStandaloneElementTag tag) {
		if (this.foreign) {
			release();
			super.handleStandaloneElement(clean(tag));
		}
		else {
			super.handleStandaloneElement(tag);
		}
	}

	@Override
	public void handleCloseElement(ICloseElementTag tag) {
		if (this.foreign) {
			release();
			Element top = this.open.peek();
			if (top != null && top.name().equals(tag.getElementCompleteName())) {
				this.open.pop();
			}
		}
		super.handleCloseElement(tag);
	}

	@Override
	public void handleText(IText text) {
		IModelFactory elements = this.factory;
		if (!this.foreign || elements == null) {
			super.handleText(text);
			return;
		}
		List<Part> parts = Vietnamese.parts(text.getText());
		IOpenElementTag alone = this.held;
		if (alone != null) {
			this.held = null;
			boolean all = parts.stream().allMatch((part) -> part.vietnamese() || part.text().isBlank());
			super.handleOpenElement(
					(all && Vietnamese.isIn(text.getText())) ? elements.setAttribute(alone, LANG, CODE) : alone);
		}
		Element around = this.open.peek();
		boolean plain = isVietnameseHere()
				|| (around != null && (TEXT_ALONE.contains(around.name()) || UNREAD.contains(around.name())));
		for (Part part : parts) {
			if (part.vietnamese() && !plain) {
				super.handleOpenElement(elements.createOpenElementTag("span", LANG, CODE));
				super.handleText(elements.createText(part.text()));
				super.handleCloseElement(elements.createCloseElementTag("span"));
			}
			else {
				super.handleText(elements.createText(part.text()));
			}
		}
	}

	private void release() {
		IOpenElementTag tag = this.held;
		if (tag != null) {
			this.held = null;
			super.handleOpenElement(tag);
		}
	}

	private boolean isVietnameseHere() {
		Element around = this.open.peek();
		return around != null && around.vietnamese();
	}

	/** An attribute cannot say what its words are in; it carries no marks either. */
	private <T extends IProcessableElementTag> T clean(T tag) {
		T result = tag;
		IModelFactory elements = this.factory;
		if (elements != null) {
			for (IAttribute attribute : tag.getAllAttributes()) {
				String value = attribute.getValue();
				if (value != null && Vietnamese.isMarked(value)) {
					result = elements.setAttribute(result, attribute.getAttributeCompleteName(),
							Vietnamese.withoutMarks(value));
				}
			}
		}
		return result;
	}

	private record Element(String name, boolean vietnamese) {
	}

}
