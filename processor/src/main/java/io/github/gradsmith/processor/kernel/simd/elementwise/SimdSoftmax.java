package io.github.gradsmith.processor.kernel.simd.elementwise;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.kernel.simd.math.SimdFunctions;
import io.github.gradsmith.processor.kernel.simd.math.SimdStatements;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import javax.lang.model.element.Modifier;

/**
 * Softmax of one layer, or its logarithm. Exponentials and quotients go vector by vector, maximum
 * and sum number by number: a vector that is carried from pass to pass HotSpot may box, depending
 * on when it compiles.
 */
final class SimdSoftmax {
  private final SimdType type;
  private final boolean logarithm;

  SimdSoftmax(SimdType type, boolean logarithm) {
    this.type = type;
    this.logarithm = logarithm;
  }

  /** {@code static void softmax(float[] z, float[] a, int n)}. */
  MethodSpec method(String name) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(logarithm ? "a = logsoftmax(z)." : "a = softmax(z).")
        .addModifiers(Modifier.STATIC)
        .addParameter(type.array(), "z")
        .addParameter(type.array(), "a")
        .addParameter(TypeName.INT, "n")
        .addStatement("int whole = $L.loopBound(n)", SimdType.SPECIES)
        .addCode(maximum())
        .addCode(exponentials())
        .addCode(sum())
        .addCode(logarithm ? differences() : quotients())
        .build();
  }

  /** NaN if one of them is. */
  private CodeBlock maximum() {
    return CodeBlock.builder()
        .addStatement("$T max = z[0]", type.scalar().type())
        .beginControlFlow("for (int j = 1; j < n; j++)")
        .addStatement("max = $T.max(max, z[j])", Math.class)
        .endControlFlow()
        .build();
  }

  private CodeBlock sum() {
    return CodeBlock.builder()
        .addStatement("$T sum = 0", type.scalar().type())
        .beginControlFlow("for (int j = 0; j < n; j++)")
        .addStatement("sum += a[j]")
        .endControlFlow()
        .build();
  }

  /** From the largest itself 0 is left, which ∞ − ∞ would not. */
  private CodeBlock exponentials() {
    SimdStatements code = new SimdStatements(type);
    CodeBlock z = code.vector("zs", "$L", type.load("z"));
    CodeBlock shifted = code.vector("x", "$L.sub(max)", z);
    CodeBlock exp = new SimdFunctions(code).call(Function.EXP, shifted);
    code.store(
        CodeBlock.of(
            "$L.blend($L, $L.compare($T.EQ, max))", exp, type.literal(1), z, SimdType.OPERATORS),
        "a");
    return CodeBlock.builder()
        .beginControlFlow("$L", SimdType.loop())
        .add(code.build())
        .endControlFlow()
        .add(
            overRest(
                CodeBlock.of("a[j] = z[j] == max ? 1 : $T.exp(z[j] - max)", type.scalar().math())))
        .build();
  }

  private CodeBlock quotients() {
    return CodeBlock.builder()
        .beginControlFlow("$L", SimdType.loop())
        .addStatement("$L.div(sum).intoArray(a, i)", type.load("a"))
        .endControlFlow()
        .add(overRest(CodeBlock.of("a[j] /= sum")))
        .build();
  }

  /** From the largest itself the logarithm alone is left, which ∞ − ∞ would not leave. */
  private CodeBlock differences() {
    SimdStatements code = new SimdStatements(type);
    CodeBlock z = code.vector("zs", "$L", type.load("z"));
    code.store(
        CodeBlock.of(
            "$L.sub(max).blend($L, $L.compare($T.EQ, max)).sub(logSum)",
            z,
            type.literal(0),
            z,
            SimdType.OPERATORS),
        "a");
    return CodeBlock.builder()
        .addStatement("$1T logSum = $2T.log(sum)", type.scalar().type(), type.scalar().math())
        .beginControlFlow("$L", SimdType.loop())
        .add(code.build())
        .endControlFlow()
        .add(overRest(CodeBlock.of("a[j] = (z[j] == max ? 0 : z[j] - max) - logSum")))
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
