package vn.wardkpi.webui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Looks a request's method up among those whose path has as many segments and the same
 * first one, instead of among all, of which there are hundreds: that was a third of the
 * work for a page that is kept. Unless exactly one fits, Spring decides as ever.
 */
class IndexedHandlerMapping extends RequestMappingHandlerMapping {

	/** Of a pattern that may fit any number of segments. */
	private static final Pattern OPEN = Pattern.compile("\\*\\*|\\{\\*|:");

	private static final Pattern VARIABLE = Pattern.compile("[{*?]");

	private final Map<Place, List<Target>> targets = new HashMap<>();

	/**
	 * Whose paths begin with a variable or are open at the end: asked for every request.
	 */
	private final List<Target> elsewhere = new ArrayList<>();

	@Override
	protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
		methods.forEach((info, method) -> {
			for (Place place : info.getPatternValues().stream().map(Place::ofPattern).collect(Collectors.toSet())) {
				List<Target> there = Place.ANY.equals(place) ? this.elsewhere
						: this.targets.computeIfAbsent(place, (at) -> new ArrayList<>());
				there.add(new Target(info, method));
			}
		});
		super.handlerMethodsInitialized(methods);
	}

	@Override
	protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
		List<Target> fitting = CorsUtils.isPreFlightRequest(request) ? List.of() : fitting(request);
		if (fitting.size() != 1) {
			return super.lookupHandlerMethod(path, request);
		}
		Target only = fitting.get(0);
		request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
		handleMatch(only.info(), path, request);
		return only.method();
	}

	private List<Target> fitting(HttpServletRequest request) {
		Place place = Place.of(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
		return Stream.concat(this.targets.getOrDefault(place, List.of()).stream(), this.elsewhere.stream())
			.map((target) -> target.matching(getMatchingMapping(target.info(), request)))
			.filter(Objects::nonNull)
			.toList();
	}

	private record Target(RequestMappingInfo info, HandlerMethod method) {

		@Nullable Target matching(@Nullable RequestMappingInfo matching) {
			return (matching != null) ? new Target(matching, this.method) : null;
		}

	}

	private record Place(int segments, String first) {

		/** Of a pattern that says neither. */
		private static final Place ANY = new Place(-1, "");

		static Place ofPattern(String pattern) {
			Place place = of(PathContainer.parsePath(pattern));
			return (OPEN.matcher(pattern).find() || VARIABLE.matcher(place.first).find()) ? ANY : place;
		}

		static Place of(PathContainer path) {
			int segments = 0;
			String first = "";
			for (PathContainer.Element element : path.elements()) {
				if (element instanceof PathSegment segment && segments++ == 0) {
					first = segment.valueToMatch();
				}
			}
			return new Place(segments, first);
		}

	}

}
