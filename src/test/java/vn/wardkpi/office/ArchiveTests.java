package vn.wardkpi.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.wardkpi.office.Archive.Refusal;
import vn.wardkpi.support.Zips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchiveTests {

	private static final Archive.Bounds BOUNDS = new Archive.Bounds(100, 2 * 1024 * 1024, 8 * 1024 * 1024, 100);

	private static final String HELLO = "Xin chào";

	@Test
	void givesFilesWithTheirFoldersAndNoLitter() throws IOException {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("Phường Từ Liêm/", "");
		files.put("Phường Từ Liêm/phụ lục.csv", HELLO);
		files.put("__MACOSX/Phường Từ Liêm/._phụ lục.csv", "?");
		files.put("Phường Từ Liêm/~$phụ lục.xlsx", "?");
		files.put(".DS_Store", "?");
		files.put("b\\c.csv", HELLO);
		assertThat(read(Zips.of(files))).extracting(Archive.File::name)
			.containsExactly("Phường Từ Liêm/phụ lục.csv", "b/c.csv");
	}

	@Test
	void takesNoNameForAWayOutOfTheArchive() throws IOException {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("../../etc/passwd", HELLO);
		files.put("/root/a.csv", HELLO);
		files.put("C:\\Windows\\b.csv", HELLO);
		files.put("x/./../c.csv", HELLO);
		files.put("d\u0000.csv", HELLO);
		files.put("é".repeat(400) + ".csv", HELLO);
		List<Archive.File> read = read(Zips.of(files));
		assertThat(read.subList(0, 5)).extracting(Archive.File::name)
			.containsExactly("etc/passwd", "root/a.csv", "Windows/b.csv", "x/c.csv", "d .csv");
		assertThat(read.get(5).name()).hasSize(255).endsWith("é.csv");
	}

	@Test
	void refusesSingleFilesAndGivesTheOthers() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("bomb.xlsx", new byte[2 * 1024 * 1024]);
		files.put("large.xlsx", new byte[2 * 1024 * 1024 + 1]);
		files.put("inner.zip", Zips.of(Map.of("a.csv", HELLO)));
		files.put("good.csv", HELLO.getBytes(StandardCharsets.UTF_8));
		List<Archive.File> read = read(Zips.ofBytes(files));
		assertThat(read).extracting(Archive.File::refusal)
			.containsExactly(Refusal.TOO_LARGE, Refusal.TOO_LARGE, Refusal.PACKED, null);
		assertThat(read.get(3).content()).asString(StandardCharsets.UTF_8).isEqualTo(HELLO);
	}

	@Test
	void tellsEncryptedAndBrokenFilesFromOthers() throws IOException {
		byte[] encrypted = Zips.of(Map.of("a.csv", HELLO));
		ByteBuffer bytes = ByteBuffer.wrap(encrypted).order(ByteOrder.LITTLE_ENDIAN);
		int directory = bytes.getInt(encrypted.length - 6);
		bytes.putShort(directory + 8, (short) (bytes.getShort(directory + 8) | 1));
		assertThat(read(encrypted)).extracting(Archive.File::refusal).containsExactly(Refusal.ENCRYPTED);
		byte[] broken = Zips.of(Map.of("a.csv", HELLO.repeat(50)));
		for (int i = 36; i < 44; i++) {
			broken[i] = (byte) 0xff;
		}
		assertThat(read(broken)).extracting(Archive.File::refusal).containsExactly(Refusal.BROKEN);
	}

	@Test
	void countsEntriesBeforeItReadsAny() throws IOException {
		Map<String, String> files = new LinkedHashMap<>();
		for (int i = 0; i < 10_000; i++) {
			files.put(i + ".csv", "");
		}
		byte[] many = Zips.of(files);
		assertThatExceptionOfType(InflatesTooMuchException.class).isThrownBy(() -> read(many));
		ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putShort(many.length - 12, (short) 3);
		assertThatExceptionOfType(InflatesTooMuchException.class).isThrownBy(() -> read(many));
	}

	@Test
	void stopsWhereAllFilesTogetherAreTooLarge() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (int i = 0; i < 9; i++) {
			files.put(i + ".csv", new byte[1024 * 1024]);
		}
		byte[] large = Zips.ofBytes(files);
		assertThatExceptionOfType(InflatesTooMuchException.class).isThrownBy(() -> read(large));
	}

	@Test
	void refusesWhatIsNoZip() throws IOException {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(new byte[0]));
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> read("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)));
		byte[] cut = Zips.of(Map.of("a.csv", HELLO));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(Arrays.copyOf(cut, cut.length - 30)));
		assertThat(read(Zips.of(Map.of()))).isEmpty();
	}

	private static List<Archive.File> read(byte[] content) throws IOException {
		try (Archive archive = Archive.open(content, BOUNDS)) {
			List<Archive.File> files = new ArrayList<>();
			for (int i = 0; i < archive.names().size(); i++) {
				files.add(archive.file(i));
			}
			return files;
		}
	}

}
