package vn.wardkpi.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocument1;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every part of an office file keeps to its schema (ECMA-376, transitional). The schemas
 * are those of Apache POI's full jar, read apart from the program's classes: beside them
 * it would hide that a class is missing in the small one.
 */
class OfficeSchemaTests extends DashboardTest {

	private static final String WORD = "org.openxmlformats.schemas.wordprocessingml.x2006.main.";

	private static final String EXCEL = "org.openxmlformats.schemas.spreadsheetml.x2006.main.";

	@ParameterizedTest
	@CsvSource({ "years/2026/report?format=docx, 4", "years/2026/report?format=docx&kind=MID_TERM, 4",
			"years/2026/report?format=xlsx, 6", "export?format=docx, 1", "export?format=xlsx, 3" })
	void everyPartKeepsToItsSchema(String file, int least) throws Exception {
		Path schemas = schemas();
		long plan = aPlan(1);
		approveYear(plan, 1);
		MvcTestResult answer = this.mvc.get()
			.uri("/api/v1/plans/" + plan + "/" + file)
			.with(TestAccounts.delegate(WARD))
			.exchange();
		List<String> found = new ArrayList<>();
		int checked = 0;
		try (SchemaLoader loader = new SchemaLoader(schemas.toUri().toURL());
				ZipInputStream parts = new ZipInputStream(
						new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
			for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
				String type = type(entry.getName());
				if (type != null) {
					checked++;
					found.addAll(loader.problems(type, entry.getName(), parts.readAllBytes()));
				}
			}
		}
		assertThat(found).isEmpty();
		assertThat(checked).isGreaterThanOrEqualTo(least);
	}

	private static @Nullable String type(String part) {
		if (part.equals("word/document.xml")) {
			return WORD + "DocumentDocument";
		}
		if (part.equals("word/styles.xml")) {
			return WORD + "StylesDocument";
		}
		if (part.matches("word/header\\d+.xml")) {
			return WORD + "HdrDocument";
		}
		if (part.matches("xl/worksheets/sheet\\d+.xml")) {
			return EXCEL + "WorksheetDocument";
		}
		if (part.equals("xl/styles.xml")) {
			return EXCEL + "StyleSheetDocument";
		}
		return part.equals("xl/workbook.xml") ? EXCEL + "WorkbookDocument" : null;
	}

	/** Beside the small jar in the repository of Maven. */
	private static Path schemas() throws Exception {
		Path small = Path.of(CTDocument1.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Path full = Path.of(small.toString().replace("poi-ooxml-lite", "poi-ooxml-full"));
		if (!Files.exists(full)) {
			String message = "OFFICE SCHEMAS SKIPPED: no " + full.getFileName()
					+ " (mvn dependency:get -Dtransitive=false -Dartifact=org.apache.poi:poi-ooxml-full:VERSION).";
			if (System.getenv("CI") != null) {
				throw new IllegalStateException(message);
			}
			System.err.println(message);
			Assumptions.abort(message);
		}
		return full;
	}

	/**
	 * Prefers its own classes and resources, all but those of XmlBeans.
	 */
	private static final class SchemaLoader extends URLClassLoader {

		SchemaLoader(URL schemas) {
			super(new URL[] { schemas }, OfficeSchemaTests.class.getClassLoader());
		}

		List<String> problems(String type, String part, byte[] xml) throws Exception {
			Object factory = loadClass(type).getField("Factory").get(null);
			XmlObject parsed = (XmlObject) factory.getClass()
				.getMethod("parse", java.io.InputStream.class)
				.invoke(factory, new ByteArrayInputStream(xml));
			List<XmlError> errors = new ArrayList<>();
			parsed.validate(new XmlOptions().setErrorListener(errors));
			return errors.stream().map((error) -> part + ": " + error.getMessage()).distinct().toList();
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				if (loaded != null) {
					return loaded;
				}
				if (name.startsWith("org.openxmlformats.") || name.startsWith("org.apache.poi.schemas.")
						|| name.startsWith("com.microsoft.schemas.")) {
					return findClass(name);
				}
				return super.loadClass(name, resolve);
			}
		}

		@Override
		public @Nullable URL getResource(String name) {
			URL own = findResource(name);
			return (own != null) ? own : super.getResource(name);
		}

	}

}
