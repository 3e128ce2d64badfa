package vn.wardkpi.planimport.proposal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.springframework.context.support.ResourceBundleMessageSource;

import vn.wardkpi.planimport.annex.AnnexReader;
import vn.wardkpi.planimport.annex.WrittenRows;
import vn.wardkpi.planimport.source.DocumentProperties;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.ward.SampleWard;
import vn.wardkpi.ward.Ward;

/**
 * The import of a workbook against reading it with POI alone, in turns.
 */
public final class ImportBench {

	private static final String[] HEADING = { "STT", "Nội dung chỉ tiêu", "Đơn vị tính", "Thực hiện 2025", "Năm 2026",
			"Năm 2027", "Năm 2028", "Năm 2029", "Năm 2030", "Đơn vị chủ trì" };

	private static final String[][] INDICATORS = { { "Tỷ lệ hộ nghèo", "%" }, { "Số hộ được cấp nước sạch", "hộ" },
			{ "Thu ngân sách trên địa bàn", "tỷ đồng" }, { "Tỷ lệ người dân tham gia bảo hiểm y tế", "%" },
			{ "Số lao động được giải quyết việc làm", "người" } };

	/** Lead units that the ward already has. */
	private static final Map<String, String> UNITS = Map.of("van-phong", "Văn phòng HĐND và UBND phường",
			"phong-kinh-te", "Phòng Kinh tế, Hạ tầng và Đô thị", "phong-van-hoa", "Phòng Văn hóa - Xã hội", "cong-an",
			"Công an phường", "tram-y-te", "Trạm Y tế phường", "quan-su", "Ban Chỉ huy Quân sự phường");

	/** The thread's own time: other programs on the machine do not count. */
	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	private ImportBench() {
	}

	public static void main(String[] arguments) throws IOException {
		int rows = Integer.parseInt(arguments[0]);
		int rounds = Integer.parseInt(arguments[1]);
		byte[] file = workbook(rows);
		ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
		texts.setBasenames("messages/planimport", "messages/shared", "messages/attainment", "messages/ward");
		texts.setDefaultEncoding("UTF-8");
		Proposer proposer = new Proposer(new DraftTexts(texts), Clock.systemUTC());
		Ward ward = SampleWard.ward();
		Proposal proposal = propose(proposer, ward, file);
		System.out.printf("%d rows of a file of %d bytes: %d indicators, %d targets, %d remarks%n", rows, file.length,
				proposal.rows().size(), proposal.targets(), proposal.problems().size());
		double[] ratios = new double[rounds];
		for (int round = -rounds; round < rounds; round++) {
			long start = CPU.getCurrentThreadCpuTime();
			int cells = readWithPoi(file);
			long middle = CPU.getCurrentThreadCpuTime();
			int read = propose(proposer, ward, file).rows().size();
			long end = CPU.getCurrentThreadCpuTime();
			if (cells == 0 || read == 0) {
				throw new IllegalStateException("Nothing was read");
			}
			if (round >= 0) {
				ratios[round] = (double) (end - middle) / (middle - start);
				System.out.printf("POI %6.1f ms   import %6.1f ms   ratio %.2f%n", (middle - start) / 1e6,
						(end - middle) / 1e6, ratios[round]);
			}
		}
		Arrays.sort(ratios);
		System.out.printf("import / POI: median %.2f (%.2f to %.2f)%n", ratios[rounds / 2], ratios[0],
				ratios[rounds - 1]);
	}

	/**
	 * As {@code PlanImport} does, without asking the database for the ward's other plans.
	 */
	private static Proposal propose(Proposer proposer, Ward ward, byte[] file) {
		ImportOptions options = ImportOptions.NONE;
		AnnexReader reader = new AnnexReader(options.tables(), new WrittenRows(DocumentProperties.of(file)));
		return proposer.propose(ward, reader.read(SourceFile.read(file)), options, UNITS);
	}

	/** Opens it and asks for the text of every cell. */
	private static int readWithPoi(byte[] file) throws IOException {
		int cells = 0;
		DataFormatter formatter = new DataFormatter();
		try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			for (Sheet sheet : workbook) {
				for (Row row : sheet) {
					for (Cell cell : row) {
						cells += formatter.formatCellValue(cell).isEmpty() ? 0 : 1;
					}
				}
			}
		}
		return cells;
	}

	private static byte[] workbook(int rows) throws IOException {
		try (Workbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet sheet = workbook.createSheet("Phụ lục");
			sheet.createRow(0).createCell(1).setCellValue("HỆ THỐNG CHỈ TIÊU GIAI ĐOẠN 2026 - 2030");
			Row heading = sheet.createRow(1);
			for (int column = 0; column < HEADING.length; column++) {
				heading.createCell(column).setCellValue(HEADING[column]);
			}
			for (int i = 0; i < rows; i++) {
				String[] indicator = INDICATORS[i % INDICATORS.length];
				Row row = sheet.createRow(i + 2);
				row.createCell(0).setCellValue(i + 1);
				row.createCell(1).setCellValue(indicator[0] + " của tổ dân phố số " + (i + 1));
				row.createCell(2).setCellValue(indicator[1]);
				boolean poor = i % INDICATORS.length == 0;
				for (int year = 0; year < 6; year++) {
					row.createCell(3 + year).setCellValue(poor ? 6 - year * 0.5 : 50 + i % 20 + year * 2);
				}
				row.createCell(9).setCellValue("Phòng Kinh tế, Hạ tầng và Đô thị");
			}
			workbook.write(out);
			return out.toByteArray();
		}
	}

}
