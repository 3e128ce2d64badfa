package vn.wardkpi.dashboard.web.open;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Tells search engines that the public pages are theirs to read and nothing else is.
 */
@Controller
class RobotsController {

	@GetMapping("/robots.txt")
	ResponseEntity<String> robots() {
		return ResponseEntity.ok()
			.contentType(MediaType.TEXT_PLAIN)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
			.body("User-agent: *\nAllow: /public/\nAllow: /assets/\nDisallow: /\n");
	}

}
