package vn.wardkpi.webui.input;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How long the program waits for what somebody sends.
 *
 * @param patience how long it waits for the bytes of one request in all
 * @param slowest bytes that buy a further second each time they arrive: a large file over
 * a slow line is no attack
 * @param mostAtOnce requests that may be on their way in at the same time; fewer than
 * there are threads, so that some are left for everybody else
 */
@ConfigurationProperties("ward-kpi.body")
record BodyProperties(Duration patience, DataSize slowest, int mostAtOnce) {
}
