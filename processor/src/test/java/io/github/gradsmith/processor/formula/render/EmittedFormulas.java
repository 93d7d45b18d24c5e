package io.github.gradsmith.processor.formula.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.KeptFiles;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.model.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/** Formulas as generated code has them: written in Java, compiled all at once, and run. */
public final class EmittedFormulas {
  private static final String NAME = "Emitted";

  private final StringBuilder methods = new StringBuilder();
  private final List<Method> compiled = new ArrayList<>();
  private final List<List<String>> names = new ArrayList<>();

  /** A formula in one precision; its number is what it is called by. */
  public int add(Expr expr, Precision precision) {
    String type = precision == Precision.FLOAT ? "float" : "double";
    List<String> own = List.copyOf(expr.variables());
    Map<String, CodeBlock> variables =
        own.stream().collect(Collectors.toMap(name -> name, CodeBlock::of));
    String parameters =
        own.stream().map(name -> type + " " + name).collect(Collectors.joining(", "));
    JavaFormula java = JavaFormula.of(expr, precision, variables, Set.of());
    methods.append("  static %s f%d(%s) {\n".formatted(type, names.size(), parameters));
    for (JavaFormula.Local local : java.locals()) {
      methods.append("    %s %s = %s;\n".formatted(type, local.name(), line(local.value())));
    }
    methods.append("    return %s;\n  }\n".formatted(line(java.value())));
    names.add(own);
    return names.size() - 1;
  }

  /** JavaPoet keeps what follows a possible line break until the line ends. */
  private static String line(CodeBlock code) {
    return CodeBlock.of("$L\n", code).toString().strip();
  }

  /** Compiles what was added; nothing can be added then. */
  public void compile() {
    String source = "final class " + NAME + " {\n" + methods + "}\n";
    Compilation compilation =
        KeptFiles.javac()
            .withOptions("-Xlint:all", "-Werror")
            .compile(JavaFileObjects.forSourceString(NAME, source));
    assertThat(compilation.diagnostics()).isEmpty();
    Class<?> type = new Loader(compilation).type();
    for (int i = 0; i < names.size(); i++) {
      String name = "f" + i;
      Method method =
          List.of(type.getDeclaredMethods()).stream()
              .filter(one -> one.getName().equals(name))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      compiled.add(method);
    }
  }

  /** The formula of a number at a point, which may have more variables than the formula. */
  public double call(int number, Map<String, Double> point) {
    Method method = compiled.get(number);
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      double value = point.get(names.get(number).get(i));
      boolean isFloat = method.getParameterTypes()[i] == float.class;
      arguments[i] = isFloat ? (Object) (float) value : (Object) value;
    }
    try {
      return ((Number) method.invoke(null, arguments)).doubleValue();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Compilation compilation;

    Loader(Compilation compilation) {
      super(EmittedFormulas.class.getClassLoader());
      this.compilation = compilation;
    }

    Class<?> type() {
      JavaFileObject file =
          compilation.generatedFiles().stream()
              .filter(one -> one.getKind() == JavaFileObject.Kind.CLASS)
              .findFirst()
              .orElseThrow();
      try (InputStream in = file.openInputStream()) {
        byte[] code = in.readAllBytes();
        return defineClass(NAME, code, 0, code.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
