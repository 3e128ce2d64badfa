package vn.wardkpi.planexport.annex;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import vn.wardkpi.plan.written.WrittenAttributes;

/**
 * The annex as a workbook of one sheet.
 */
public final class WorkbookWriter {

	private static final int ROWS_IN_MEMORY = 100;

	private final AnnexLayout layout;

	public WorkbookWriter(AnnexLayout layout) {
		this.layout = layout;
	}

	/**
	 * @param out is not closed
	 */
	public void write(OutputStream out) throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
			// Readers that go from entry to entry stumble over the long form.
			workbook.setZip64Mode(Zip64Mode.Never);
			new WorkbookSheet(this.layout).write(workbook);
			POIXMLProperties.CustomProperties properties = workbook.getXSSFWorkbook()
				.getProperties()
				.getCustomProperties();
			for (WrittenAttributes attributes : this.layout.attributes()) {
				properties.addProperty(attributes.property(), attributes.text());
			}
			workbook.write(out);
		}
	}

}
