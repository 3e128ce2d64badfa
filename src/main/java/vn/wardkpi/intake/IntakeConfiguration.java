package vn.wardkpi.intake;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

import vn.wardkpi.intake.content.ClamAvScanner;
import vn.wardkpi.intake.content.ContentScanner;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileLimits.class)
class IntakeConfiguration {

	private static final Log log = LogFactory.getLog(IntakeConfiguration.class);

	@Bean
	@Fallback
	ContentScanner contentScanner(FileLimits properties) {
		String host = properties.clamavHost();
		if (host == null || host.isBlank()) {
			log.warn("Evidence files are not scanned for viruses: name a clamd in ward-kpi.evidence.clamav-host");
			return (content) -> ContentScanner.Finding.notScanned();
		}
		log.info("Evidence files are scanned by the clamd at " + host + ":" + properties.clamavPort());
		return new ClamAvScanner(host.strip(), properties.clamavPort(), properties.clamavTimeout());
	}

}
