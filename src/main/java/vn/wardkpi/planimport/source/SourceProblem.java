package vn.wardkpi.planimport.source;

import vn.wardkpi.shared.Problem;

/**
 * Something noticed while reading a file.
 */
public record SourceProblem(Problem problem, Place place) {
}
