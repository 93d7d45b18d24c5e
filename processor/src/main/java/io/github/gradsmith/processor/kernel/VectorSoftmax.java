package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.Function;
import javax.lang.model.element.Modifier;

/**
 * Softmax of one layer, padded to whole vectors. The padding takes part in the exponentials, where
 * it costs nothing, but neither in the maximum nor in the sum. These two go number by number: a
 * vector that is carried from pass to pass HotSpot may box, depending on when it compiles.
 */
final class VectorSoftmax {
  private final VectorType type;

  VectorSoftmax(VectorType type) {
    this.type = type;
  }

  /** {@code static void softmax(float[] z, float[] a, int outputs, int n)}. */
  MethodSpec method(String name) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("a = softmax(z) of the first {@code outputs} of {@code n} numbers.")
        .addModifiers(Modifier.STATIC)
        .addParameter(type.array(), "z")
        .addParameter(type.array(), "a")
        .addParameter(TypeName.INT, "outputs")
        .addParameter(TypeName.INT, "n")
        .addCode(maximum())
        .addCode(exponentials())
        .addCode(sum())
        .addCode(quotients())
        .build();
  }

  /** NaN if one of them is. */
  private CodeBlock maximum() {
    return CodeBlock.builder()
        .addStatement("$T max = z[0]", type.scalar().type())
        .beginControlFlow("for (int j = 1; j < outputs; j++)")
        .addStatement("max = $T.max(max, z[j])", Math.class)
        .endControlFlow()
        .build();
  }

  private CodeBlock sum() {
    return CodeBlock.builder()
        .addStatement("$T sum = 0", type.scalar().type())
        .beginControlFlow("for (int j = 0; j < outputs; j++)")
        .addStatement("sum += a[j]")
        .endControlFlow()
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
        .beginControlFlow("$L", VectorType.loop("n"))
        .add(code.build())
        .endControlFlow()
        .build();
  }

  private CodeBlock quotients() {
    return CodeBlock.builder()
        .beginControlFlow("$L", VectorType.loop("n"))
        .addStatement("$L.div(sum).intoArray(a, i)", type.load("a"))
        .endControlFlow()
        .build();
  }
}
