package io.github.gradsmith.processor.kernel.size;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Estimates how long the bytecode of methods is, word by word of their source. */
public final class MethodLength {
  private static final int CALL = 4;
  private static final int FIELD_ACCESS = 4;
  private static final int LOCAL = 2;
  private static final int STRING = 2;

  private final Set<String> fields;

  /** Of methods of a class with these fields. */
  public MethodLength(Set<String> fields) {
    this.fields = fields;
  }

  /** The longest method of a class, constants apart. */
  public static int longest(ClassParts fragments) {
    List<FieldSpec> fields =
        fragments.fields().stream()
            .filter(field -> !field.modifiers().contains(Modifier.STATIC))
            .toList();
    MethodLength length =
        new MethodLength(fields.stream().map(FieldSpec::name).collect(Collectors.toSet()));
    int longest = 0;
    for (MethodSpec method : fragments.methods()) {
      longest = Math.max(longest, length.of(method, fields));
    }
    for (TypeSpec type : fragments.types()) {
      longest = Math.max(longest, length.initialisers(type.fieldSpecs()));
    }
    return longest;
  }

  /** Initialisers of fields run in the one constructor that does not call another. */
  private int of(MethodSpec method, List<FieldSpec> fields) {
    String code = method.code().toString();
    boolean initialises = method.isConstructor() && !code.startsWith("this(");
    return of(code) + (initialises ? initialisers(fields) : 0);
  }

  private int initialisers(List<FieldSpec> fields) {
    int bytes = 0;
    for (FieldSpec field : fields) {
      if (!field.initializer().isEmpty()) {
        bytes += of(field.initializer().toString()) - 1 + FIELD_ACCESS;
      }
    }
    return bytes;
  }

  /** Bytes of the code of a method. */
  int of(String code) {
    JavaWords words = new JavaWords(code);
    int bytes = 1;
    while (words.next()) {
      bytes += bytes(words);
    }
    return bytes;
  }

  private int bytes(JavaWords words) {
    return switch (words.kind()) {
      case STRING -> STRING;
      case NUMBER -> LOCAL;
      case CALL -> call(words.first());
      case NAME -> name(words.first(), words.dots());
      case SIGN -> "[+-*/%<>?".indexOf(words.first().charAt(0)) >= 0 ? 1 : 0;
    };
  }

  /** Keywords with a condition in parentheses are none. */
  private static int call(String word) {
    return switch (word) {
      case "for" -> 8;
      case "if" -> 3;
      default -> CALL;
    };
  }

  /** A keyword; or a field or a variable, then fields of what it holds. */
  private int name(String first, int dots) {
    return switch (first) {
      case "new" -> 4;
      case "else" -> 3;
      case "null" -> 2;
      case "return" -> 1;
      case "int", "float", "double" -> 0;
      default -> (fields.contains(first) ? FIELD_ACCESS : LOCAL) + (FIELD_ACCESS - 1) * dots;
    };
  }
}
