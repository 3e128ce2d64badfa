package vn.wardkpi.intake;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken in, and who looks for viruses.
 *
 * @param mostFiles on one figure
 * @param mostTogether size of all files on one figure
 * @param clamavHost where clamd listens; without, nothing is scanned
 */
@ConfigurationProperties("ward-kpi.evidence")
public record FileLimits(@DefaultValue("10MB") DataSize largestFile, @DefaultValue("20") int mostFiles,
		@DefaultValue("50MB") DataSize mostTogether, @Nullable String clamavHost, @DefaultValue("3310") int clamavPort,
		@DefaultValue("30s") Duration clamavTimeout) {

	/**
	 * The same with smaller files; never with larger ones.
	 */
	public FileLimits upTo(DataSize largest) {
		return (largest.compareTo(this.largestFile) < 0) ? new FileLimits(largest, this.mostFiles, this.mostTogether,
				this.clamavHost, this.clamavPort, this.clamavTimeout) : this;
	}

}
