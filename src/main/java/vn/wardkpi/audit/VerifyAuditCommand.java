package vn.wardkpi.audit;

import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.util.StopWatch;

import vn.wardkpi.audit.ChainReport.Finding;

/**
 * Verifies the audit from the command line, without the program's pages, jobs and
 * migrations: {@code --verify-audit} for every chain, {@code --verify-audit=00592} for
 * one; with {@code --head=…} also whether that hash, written down earlier, still is in a
 * chain. Exits with 0 if everything fits, else with 1.
 * <p>
 * No component: the program itself would find it and verify every chain at each start.
 */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
public class VerifyAuditCommand implements ApplicationRunner, ExitCodeGenerator {

	/** Name of the option that asks for the command. */
	public static final String OPTION = "verify-audit";

	private static final String HEAD = "head";

	private static final Logger logger = LoggerFactory.getLogger(VerifyAuditCommand.class);

	private final AuditVerifier verifier;

	private boolean intact;

	VerifyAuditCommand(DataSource source) {
		this.verifier = new AuditVerifier(source);
	}

	@Override
	public void run(ApplicationArguments arguments) {
		StopWatch watch = new StopWatch();
		watch.start();
		this.intact = verify(value(arguments, OPTION));
		String head = value(arguments, HEAD);
		if (head != null) {
			this.intact &= find(head);
		}
		watch.stop();
		logger.info("{} after {} ms", this.intact ? "The audit is intact" : "THE AUDIT IS NOT INTACT",
				watch.getTotalTimeMillis());
	}

	@Override
	public int getExitCode() {
		return this.intact ? 0 : 1;
	}

	private boolean verify(@Nullable String chain) {
		List<ChainReport> reports = this.verifier.verify(chain);
		for (ChainReport report : reports) {
			Finding finding = report.finding();
			if (finding == null) {
				logger.info("Chain {}: {} entries, intact, head {}", report.chain(), report.entries(), report.head());
			}
			else {
				logger.error("Chain {}: {} entries, {} at place {} (audit_entry.id {})", report.chain(),
						report.entries(), finding.fault(), finding.no(), finding.entryId());
			}
		}
		if (reports.isEmpty() && chain != null) {
			logger.error("There is no chain {}", chain);
			return false;
		}
		return reports.stream().allMatch(ChainReport::isIntact);
	}

	private boolean find(String head) {
		return this.verifier.find(head).map((found) -> {
			logger.info("{} is entry {} of chain {}, written at {}", head, found.no(), found.chain(), found.at());
			return true;
		}).orElseGet(() -> {
			logger.error("{} is in no chain: it was written anew since that hash was noted", head);
			return false;
		});
	}

	private static @Nullable String value(ApplicationArguments arguments, String option) {
		List<String> values = arguments.getOptionValues(option);
		return (values == null || values.isEmpty() || values.get(0).isBlank()) ? null : values.get(0).strip();
	}

}
