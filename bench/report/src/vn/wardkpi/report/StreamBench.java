package vn.wardkpi.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.List;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexLine;
import vn.wardkpi.planexport.annex.AnnexLine.Kind;
import vn.wardkpi.planexport.annex.WorkbookSheet;

/**
 * Writes the rows of many annexes as a report's workbook writes its own: as they come, to
 * a file of the machine.
 */
public final class StreamBench {

	private static final int ROWS = 22;

	private StreamBench() {
	}

	public static void main(String[] arguments) throws IOException {
		int annexes = Integer.parseInt(arguments[0]);
		List<AnnexColumn> columns = List.of(column(Part.NUMBER, "TT"), column(Part.NAME, "Chỉ tiêu"),
				column(Part.UNIT, "ĐVT"), column(Part.TARGET, "Kế hoạch"), column(Part.RESULT, "Thực hiện"),
				column(Part.COMPARISON, "So với kế hoạch"), column(Part.VERDICT, "Đánh giá"));
		List<String> cells = List.of("1", "Thu ngân sách Nhà nước trên địa bàn", "Tỷ đồng", "9.923,5", "10.519,0",
				"106,00%", "Vượt");
		// A plain list would itself be most of the memory.
		long start = System.nanoTime();
		long[] size = { 0 };
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
			workbook.setZip64Mode(Zip64Mode.Never);
			new WorkbookSheet(new AnnexLayout(List.of("Phụ lục I"), "Phụ lục I", columns,
					new Repeated(new AnnexLine(Kind.COUNTED, cells), annexes * ROWS), List.of()))
				.write(workbook);
			workbook.write(new OutputStream() {

				@Override
				public void write(int one) {
					size[0]++;
				}

				@Override
				public void write(byte[] many, int from, int length) {
					size[0] += length;
				}

			});
		}
		System.out.printf("%d rows, %.1f MB in %.1f s, of at most %d MB of memory%n", annexes * ROWS, size[0] / 1e6,
				(System.nanoTime() - start) / 1e9, Runtime.getRuntime().maxMemory() / (1024 * 1024));
	}

	private static AnnexColumn column(Part part, String heading) {
		return new AnnexColumn(part, null, null, null, heading);
	}

	/**
	 * The same line again and again.
	 */
	private static final class Repeated extends AbstractList<AnnexLine> {

		private final AnnexLine line;

		private final int times;

		Repeated(AnnexLine line, int times) {
			this.line = line;
			this.times = times;
		}

		@Override
		public AnnexLine get(int at) {
			return this.line;
		}

		@Override
		public int size() {
			return this.times;
		}

	}

}
