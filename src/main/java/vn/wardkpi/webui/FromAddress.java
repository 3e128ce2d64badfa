package vn.wardkpi.webui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of what a page's address may ask for, each of which may be missing. Of an
 * address that asks for nothing, as most do, nothing is bound, which took as long as all
 * else for a page that is kept.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromAddress {

}
