package vn.wardkpi.webui.input;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * What a page or the API is asked stands in the address or the form. Spring would also
 * read it from a header of that name, which a proxy, a robot or a stranger adds.
 */
@ControllerAdvice
class ParametersAlone {

	@InitBinder
	void notHeaders(WebDataBinder binder) {
		if (binder instanceof ExtendedServletRequestDataBinder request) {
			request.setHeaderPredicate((header) -> false);
		}
	}

}
