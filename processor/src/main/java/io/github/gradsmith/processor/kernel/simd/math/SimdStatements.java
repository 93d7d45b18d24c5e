package io.github.gradsmith.processor.kernel.simd.math;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements of one pass over vectors, in order. Every vector is a local variable: HotSpot
 * boxes those that go through parameters, fields or arrays.
 */
public final class SimdStatements {
  private static final Set<String> TAKEN =
      Set.of("a", "d", "i", "j", "max", "n", "outputs", "sum", "z");

  private final SimdType type;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final Set<String> names = new TreeSet<>(TAKEN);

  public SimdStatements(SimdType type) {
    this.type = type;
  }

  SimdType type() {
    return type;
  }

  void comment(String text) {
    code.add("// $L\n", text);
  }

  /** Declares a vector; its name is the wish or, if that is taken, has a number behind it. */
  public CodeBlock vector(String wish, String format, Object... arguments) {
    return declare(type.vector(), wish, CodeBlock.of(format, arguments));
  }

  /** Declares a vector of bits. */
  CodeBlock bits(String wish, String format, Object... arguments) {
    return declare(type.bits(), wish, CodeBlock.of(format, arguments));
  }

  private CodeBlock declare(Object kind, String wish, CodeBlock value) {
    String name = wish;
    for (int i = 2; !names.add(name); i++) {
      name = wish + i;
    }
    code.addStatement("$T $L = $L", kind, name, value);
    return CodeBlock.of("$L", name);
  }

  /** A polynomial by Horner's rule, coefficients from the highest power down. */
  CodeBlock polynomial(CodeBlock x, List<String> coefficients) {
    CodeBlock.Builder sum = CodeBlock.builder();
    sum.add("$L.fma($L, $L)", x, coefficients.get(0), coefficients.get(1));
    for (String coefficient : coefficients.subList(2, coefficients.size())) {
      sum.add("\n.fma($L, $L)", x, type.broadcast(coefficient));
    }
    return sum.build();
  }

  public void store(CodeBlock value, String array) {
    code.addStatement("$L.intoArray($L, i)", value, array);
  }

  public CodeBlock build() {
    return code.build();
  }
}
