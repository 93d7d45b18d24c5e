package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.JavaFile;
import java.util.regex.Pattern;

/** The text of a generated file as a person would set it: JavaPoet spreads it over more lines. */
final class Layout {
  private static final Pattern ONE_LINE_JAVADOC =
      Pattern.compile("(?m)^( *)/\\*\\*\n\\1 \\* ((?!@)[^\n]*)\n\\1 \\*/$");
  private static final Pattern LINE_BETWEEN_FIELDS =
      Pattern.compile("(?m)^(( +)private final [^\n]*;\n)\n(?=\\2private final )");

  private Layout() {}

  static String text(JavaFile file) {
    String text = ONE_LINE_JAVADOC.matcher(file.toString()).replaceAll("$1/** $2 */");
    return LINE_BETWEEN_FIELDS.matcher(text).replaceAll("$1");
  }
}
