package vn.wardkpi.webui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a record of what a page's address may ask for in its query string; each component
 * may be missing. Most addresses ask for nothing, and nothing is bound for them: that was
 * a good fifth of the work for a page that is kept.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromAddress {

}
