package vn.wardkpi.browser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import com.thaiopensource.relaxng.impl.CombineValidator;
import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import nu.validator.checker.Checker;
import nu.validator.checker.ConformingButObsoleteWarner;
import nu.validator.checker.TextContentChecker;
import nu.validator.checker.UsemapChecker;
import nu.validator.checker.jing.CheckerSchema;
import nu.validator.checker.jing.CheckerValidator;
import nu.validator.checker.table.TableChecker;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import nu.validator.xml.templateelement.TemplateElementDroppingSchemaWrapper;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What the Nu validator finds wrong with the HTML a page is sent as. Its own front door
 * wants an HTTP client, a detector of languages and an old ICU; these are its rules
 * without them, and without the warnings.
 */
final class HtmlFaults {

	/** In HTML since 2019, but not yet in this validator's rules. */
	private static final String NEWER = "Attribute “enterkeyhint” not allowed";

	private static HtmlFaults only;

	private final List<String> found = new ArrayList<>();

	private final HtmlParser parser = new HtmlParser();

	private final Validator validator;

	private HtmlFaults() {
		ErrorHandler handler = new ErrorHandler() {
			@Override
			public void warning(SAXParseException warning) {
				// Says of nothing here that it is wrong.
			}

			@Override
			public void error(SAXParseException error) {
				if (!error.getMessage().startsWith(NEWER)) {
					HtmlFaults.this.found
						.add(error.getLineNumber() + ":" + error.getColumnNumber() + " " + error.getMessage());
				}
			}

			@Override
			public void fatalError(SAXParseException error) {
				error(error);
			}
		};
		LocalCacheEntityResolver entities = new LocalCacheEntityResolver(new NullEntityResolver());
		entities.setAllowRnc(true);
		PropertyMapBuilder builder = new PropertyMapBuilder();
		builder.put(ValidateProperty.ERROR_HANDLER, handler);
		builder.put(ValidateProperty.ENTITY_RESOLVER, entities);
		builder.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
		RngProperty.CHECK_ID_IDREF.add(builder);
		PropertyMap properties = builder.toPropertyMap();
		Validator rules = new CombineValidator(schema(entities, properties).createValidator(properties),
				CheckerSchema.ASSERTION_SCH.createValidator(properties));
		for (Checker checker : List.of(new TableChecker(), new ConformingButObsoleteWarner(), new TextContentChecker(),
				new UsemapChecker())) {
			rules = new CombineValidator(rules, new CheckerValidator(checker, properties));
		}
		this.validator = rules;
		this.parser.setCommentPolicy(XmlViolationPolicy.ALLOW);
		this.parser.setContentNonXmlCharPolicy(XmlViolationPolicy.ALLOW);
		this.parser.setContentSpacePolicy(XmlViolationPolicy.ALTER_INFOSET);
		this.parser.setNamePolicy(XmlViolationPolicy.ALLOW);
		this.parser.setXmlnsPolicy(XmlViolationPolicy.ALTER_INFOSET);
		this.parser.setMappingLangToXmlLang(true);
		this.parser.setErrorHandler(handler);
	}

	private static Schema schema(LocalCacheEntityResolver entities, PropertyMap properties) {
		try {
			Schema html = CompactSchemaReader.getInstance()
				.createSchema(entities.resolveEntity(null, "http://s.validator.nu/html5-rdfalite.rnc"), properties);
			return new NamespaceChangingSchemaWrapper(
					new TemplateElementDroppingSchemaWrapper(new RoleAttributeFilteringSchemaWrapper(
							new XmlLangAttributeDroppingSchemaWrapper(new DataAttributeDroppingSchemaWrapper(html)))));
		}
		catch (IOException | SAXException | IncorrectSchemaException ex) {
			throw new IllegalStateException("The rules of HTML cannot be read", ex);
		}
	}

	/**
	 * The errors, each with the line and column it ends at.
	 */
	static synchronized List<String> in(String html) {
		if (only == null) {
			only = new HtmlFaults();
		}
		return only.check(html);
	}

	private List<String> check(String html) {
		this.found.clear();
		this.validator.reset();
		this.parser.setContentHandler(this.validator.getContentHandler());
		InputSource source = new InputSource(new StringReader(html));
		source.setSystemId("http://localhost/");
		try {
			this.parser.parse(source);
		}
		catch (IOException | SAXException ex) {
			throw new IllegalStateException(ex);
		}
		return List.copyOf(this.found);
	}

}
