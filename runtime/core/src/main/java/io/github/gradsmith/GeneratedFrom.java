package io.github.gradsmith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every class that the processor writes, nested ones included; nobody else writes it.
 *
 * <p>It stays in class files, other than {@code javax.annotation.processing.Generated}. JaCoCo
 * leaves classes out whose annotation has a name with "Generated" in it, so that a coverage report
 * counts the application alone. Rules on byte code can tell these classes by it, and the processor
 * tells what it wrote in an earlier build from a class of the user's that has the same name.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedFrom {
  /** The canonical name of the interface, such as {@code demo.DigitNet}. */
  String value();
}
