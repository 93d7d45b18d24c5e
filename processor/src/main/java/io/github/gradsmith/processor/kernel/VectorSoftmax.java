package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.Function;
import javax.lang.model.element.Modifier;

/** Softmax of one layer: whole vectors, then one by one. */
final class VectorSoftmax {
  private final VectorType type;

  VectorSoftmax(VectorType type) {
    this.type = type;
  }

  /** {@code static void softmax(float[] z, float[] a, int n)}. */
  MethodSpec method(String name) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("a = softmax(z).")
        .addModifiers(Modifier.STATIC)
        .addParameter(type.array(), "z")
        .addParameter(type.array(), "a")
        .addParameter(TypeName.INT, "n")
        .addStatement("int whole = $L.loopBound(n)", VectorType.SPECIES)
        .addCode(maximum())
        .addCode(exponentials())
        .addCode(sum())
        .addCode(quotients())
        .build();
  }

  /** NaN if one of them is. */
  private CodeBlock maximum() {
    return overAll(
        "max",
        CodeBlock.of("$T.NEGATIVE_INFINITY", type.scalar().box()),
        CodeBlock.of("largest = largest.max($L)", type.load("z")),
        "MAX",
        CodeBlock.of("max = $T.max(max, z[j])", Math.class),
        "largest");
  }

  private CodeBlock sum() {
    return overAll(
        "sum",
        type.literal(0),
        CodeBlock.of("sums = sums.add($L)", type.load("a")),
        "ADD",
        CodeBlock.of("sum += a[j]"),
        "sums");
  }

  private CodeBlock overAll(
      String name,
      CodeBlock start,
      CodeBlock vectorStep,
      String operator,
      CodeBlock step,
      String vector) {
    return CodeBlock.builder()
        .addStatement("$T $L = $L", type.vector(), vector, type.broadcast(start))
        .beginControlFlow("$L", VectorType.loop())
        .addStatement(vectorStep)
        .endControlFlow()
        .addStatement(
            "$T $L = $L.reduceLanes($T.$L)",
            type.scalar().type(),
            name,
            vector,
            VectorType.OPERATORS,
            operator)
        .add(overRest(step))
        .build();
  }

  /** From the largest itself 0 is left, which ∞ − ∞ would not. */
  private CodeBlock exponentials() {
    VectorStatements code = new VectorStatements(type);
    CodeBlock z = code.vector("zs", "$L", type.load("z"));
    CodeBlock shifted = code.vector("x", "$L.sub(max)", z);
    CodeBlock exp = new VectorFunctions(code).call(Function.EXP, shifted);
    code.store(
        CodeBlock.of(
            "$L.blend($L, $L.compare($T.EQ, max))", exp, type.literal(1), z, VectorType.OPERATORS),
        "a");
    return CodeBlock.builder()
        .beginControlFlow("$L", VectorType.loop())
        .add(code.build())
        .endControlFlow()
        .add(
            overRest(
                CodeBlock.of("a[j] = z[j] == max ? 1 : $T.exp(z[j] - max)", type.scalar().math())))
        .build();
  }

  private CodeBlock quotients() {
    return CodeBlock.builder()
        .beginControlFlow("$L", VectorType.loop())
        .addStatement("$L.div(sum).intoArray(a, i)", type.load("a"))
        .endControlFlow()
        .add(overRest(CodeBlock.of("a[j] /= sum")))
        .build();
  }

  private static CodeBlock overRest(CodeBlock step) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = whole; j < n; j++)")
        .addStatement(step)
        .endControlFlow()
        .build();
  }
}
