package vn.wardkpi.report.pdf;

import java.io.IOException;
import java.util.List;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.render.Box;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Fields for digital signatures where the hand would sign, each among the tags with its
 * name, as PDF/UA asks.
 */
final class SignatureFields {

	private static final COSName NUMS = COSName.getPDFName("Nums");

	private static final COSName TABS = COSName.getPDFName("Tabs");

	private final PDDocument document;

	private final PDAcroForm form;

	SignatureFields(PDDocument document) {
		this.document = document;
		this.form = new PDAcroForm(document);
	}

	/**
	 * @param places in their order
	 * @param names of the signatories, one a place
	 */
	void add(List<PagePosition<Box>> places, List<String> names) throws IOException {
		for (int i = 0; i < places.size(); i++) {
			add(places.get(i), "Chu-ky-" + (i + 1), names.get(i));
		}
		if (!places.isEmpty()) {
			this.document.getDocumentCatalog().setAcroForm(this.form);
		}
	}

	private void add(PagePosition<Box> place, String name, String said) throws IOException {
		PDPage page = this.document.getPage(place.getPageNo());
		PDSignatureField field = new PDSignatureField(this.form);
		field.setPartialName(name);
		field.setAlternateFieldName(said);
		PDAnnotationWidget widget = field.getWidgets().get(0);
		PDRectangle rectangle = new PDRectangle(place.getX(), place.getY(), place.getWidth(), place.getHeight());
		widget.setRectangle(rectangle);
		widget.setPage(page);
		widget.setPrinted(true);
		widget.setContents(said);
		PDAppearanceStream blank = new PDAppearanceStream(this.document);
		blank.setBBox(new PDRectangle(rectangle.getWidth(), rectangle.getHeight()));
		PDAppearanceDictionary appearance = new PDAppearanceDictionary();
		appearance.setNormalAppearance(blank);
		widget.setAppearance(appearance);
		List<PDAnnotation> annotations = page.getAnnotations();
		annotations.add(widget);
		page.setAnnotations(annotations);
		page.getCOSObject().setName(TABS, "S");
		this.form.getFields().add(field);
		tag(widget, page, said);
	}

	private void tag(PDAnnotationWidget widget, PDPage page, String said) {
		PDStructureTreeRoot root = this.document.getDocumentCatalog().getStructureTreeRoot();
		PDStructureNode parent = root.getKids()
			.stream()
			.filter(PDStructureElement.class::isInstance)
			.map(PDStructureElement.class::cast)
			.map(PDStructureNode.class::cast)
			.findFirst()
			.orElse(root);
		PDStructureElement tag = new PDStructureElement("Form", parent);
		tag.setPage(page);
		tag.setAlternateDescription(said);
		PDObjectReference reference = new PDObjectReference();
		reference.setReferencedObject(widget);
		reference.getCOSObject().setItem(COSName.PG, page);
		tag.getCOSObject().setItem(COSName.K, reference);
		parent.appendKid(tag);
		COSDictionary tree = root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE);
		COSArray numbers = tree.getCOSArray(NUMS);
		int next = (numbers.size() == 0) ? 0 : numbers.getInt(numbers.size() - 2) + 1;
		numbers.add(COSInteger.get(next));
		numbers.add(tag.getCOSObject());
		root.setParentTreeNextKey(next + 1);
		widget.setStructParent(next);
	}

}
