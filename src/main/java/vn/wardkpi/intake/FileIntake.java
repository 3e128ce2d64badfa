package vn.wardkpi.intake;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import vn.wardkpi.intake.content.CheckedFile;
import vn.wardkpi.intake.content.ContentCheck;
import vn.wardkpi.intake.content.ContentScanner;
import vn.wardkpi.intake.content.FileName;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Lets in the files that may be kept: within size, what their names say, and past the
 * virus scanner. Holds no transaction meanwhile.
 */
@Component
public class FileIntake {

	private static final Log log = LogFactory.getLog(FileIntake.class);

	private final ContentScanner scanner;

	private final FileLimits limits;

	public FileIntake(ContentScanner scanner, FileLimits limits) {
		this.scanner = scanner;
		this.limits = limits;
	}

	/**
	 * Refuses before a file is read, if it could not be kept.
	 * @throws RefusedException TOO_LARGE or INVALID
	 */
	public void refuseSize(long bytes) {
		refuseSize(bytes, this.limits.largestFile());
	}

	/**
	 * The same under a limit of one's own, which is below the program's.
	 */
	public void refuseSize(long bytes, DataSize largest) {
		if (bytes == 0) {
			throw new RefusedException(Kind.INVALID, "evidence.empty");
		}
		if (bytes > largest.toBytes()) {
			throw new RefusedException(Kind.TOO_LARGE, "evidence.too-large", FileSize.write(largest.toBytes()));
		}
	}

	/**
	 * @param name as the sender named it
	 * @param what it is, for the log
	 * @throws RefusedException TOO_LARGE, UNSUPPORTED or INVALID, saying what to do;
	 * UNAVAILABLE if the virus scanner does not answer
	 */
	public Taken take(String name, byte[] content, String what) {
		refuseSize(content.length);
		FileName fileName = FileName.of(name);
		CheckedFile file = ContentCheck.check(fileName, content);
		return new Taken(file, scan(fileName, content, what));
	}

	private @Nullable String scan(FileName name, byte[] content, String what) {
		try {
			ContentScanner.Finding finding = this.scanner.scan(content);
			if (finding.virus() != null) {
				log.warn(finding.scanner() + " found " + finding.virus() + " in " + what);
				throw new RefusedException(Kind.UNSUPPORTED, "evidence.infected", finding.virus());
			}
			return finding.scanner();
		}
		catch (ContentScanner.ScannerDownException ex) {
			log.error("Could not scan " + what, ex);
			RefusedException refused = new RefusedException(Kind.UNAVAILABLE, "evidence.not-scanned", name.text());
			refused.initCause(ex);
			throw refused;
		}
	}

	/**
	 * @param scannedBy who looked for viruses, if anybody did
	 */
	public record Taken(CheckedFile file, @Nullable String scannedBy) {
	}

}
