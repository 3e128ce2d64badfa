package vn.wardkpi.submission.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

import vn.wardkpi.actual.ActualKey;
import vn.wardkpi.submission.SubmissionKey;

/**
 * Describes the variables of a path that are handed to controllers as one key.
 */
@Component
class PathParameters implements GlobalOperationCustomizer {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(SubmissionKey.class, ActualKey.class);
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		Stream.of(method.getMethodParameters())
			.map(MethodParameter::getParameterType)
			.map(PathParameters::of)
			.flatMap(Optional::stream)
			.findFirst()
			.ifPresent((path) -> {
				List<Parameter> parameters = new ArrayList<>(path);
				if (operation.getParameters() != null) {
					parameters.addAll(operation.getParameters());
				}
				operation.setParameters(parameters);
			});
		return operation;
	}

	private static Optional<List<Parameter>> of(Class<?> key) {
		Parameter id = parameter("id", new IntegerSchema().format("int64"));
		Parameter year = parameter("year", new IntegerSchema().format("int32"));
		Parameter period = parameter("period", new StringSchema());
		if (key == SubmissionKey.class) {
			return Optional.of(List.of(id, year, period, parameter("leadUnit", new StringSchema())));
		}
		if (key == ActualKey.class) {
			return Optional.of(List.of(id, parameter("no", new StringSchema()), year, period));
		}
		return Optional.empty();
	}

	private static Parameter parameter(String name, Schema<?> schema) {
		return new PathParameter().name(name).schema(schema);
	}

}
