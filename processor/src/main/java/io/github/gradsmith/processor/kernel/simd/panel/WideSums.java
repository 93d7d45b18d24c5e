package io.github.gradsmith.processor.kernel.simd.panel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.simd.dense.Lanes;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.PanelTile;
import javax.lang.model.element.Modifier;

/**
 * Weighted sums of one panel for one sample in vectors of 512 bits, which have to come from memory
 * at the speed of the second level cache.
 *
 * <p>A loop with a constant step is unrolled by C2 to 8 or 16 inputs, whose loads it sorts by the
 * sums they are for, out of the order that memory has them in. So the loop is unrolled here, with a
 * step that C2 does not know. Measurements: docs/design/kernels.md.
 */
public final class WideSums {
  /** Inputs of a pass: with two sums for each vector, of even and of odd inputs. */
  private static final int INPUTS = 4;

  /** The field with the step of the loop. */
  private static final String STEP = "inputsOfPass";

  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;

  public WideSums(LayerPlan layer, Lanes lanes, Names names) {
    this.layer = layer;
    this.lanes = lanes;
    this.names = names;
  }

  public static FieldSpec step() {
    return FieldSpec.builder(TypeName.INT, STEP, Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc(
            "Inputs of a pass. Not final, as a loop with a constant step would be unrolled further,\n"
                + "and its weights loaded out of their order in memory.")
        .initializer("$L", INPUTS)
        .build();
  }

  MethodSpec method(String name) {
    int vectors = PanelTile.WIDE.vectors();
    int whole = layer.inputs() / INPUTS * INPUTS;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(
                "scratch += $L $L in one panel from q on, for one sample: s of even inputs, r of odd ones.",
                names.w(layer),
                names.inputLetter(layer))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(lanes.scalar().array(), "w")
            .addParameter(lanes.scalar().array(), "x")
            .addParameter(lanes.scalar().array(), "scratch")
            .addParameter(TypeName.INT, "q");
    for (int v = 0; v < vectors; v++) {
      method.addStatement(
          "$T s$L = $L", lanes.vector(), v, lanes.load("scratch", PanelRows.at("q", 0, v)));
    }
    for (int v = 0; v < vectors; v++) {
      method.addStatement("$T r$L = $L", lanes.vector(), v, lanes.zero());
    }
    method
        .addStatement("int step = $L", STEP)
        .beginControlFlow("for (int i = 0; i < $L; i += step)", whole)
        .addStatement("int p = i * $L", WeightOrder.PANEL);
    for (int n = 0; n < INPUTS; n++) {
      method.addCode(input(n, "p", Indices.plus("i", n)));
    }
    method.endControlFlow();
    for (int n = 0; n < layer.inputs() - whole; n++) {
      method.addCode(input(n, whole + " * " + WeightOrder.PANEL, "" + (whole + n)));
    }
    for (int v = 0; v < vectors; v++) {
      method.addStatement("s$1L.add(r$1L).intoArray(scratch, $2L)", v, PanelRows.at("q", 0, v));
    }
    return method.build();
  }

  /** What input {@code n} after the one with weights from {@code p} on adds. */
  private CodeBlock input(int n, String p, String index) {
    int vectors = PanelTile.WIDE.vectors();
    String row = Indices.plus(p, n, WeightOrder.PANEL);
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("$T v$L = $L", lanes.vector(), n, lanes.broadcast("x[" + index + "]"));
    for (int v = 0; v < vectors; v++) {
      int u = n * vectors + v;
      String sum = (n % 2 == 0 ? "s" : "r") + v;
      code.addStatement("$T u$L = $L", lanes.vector(), u, lanes.load("w", PanelRows.vector(row, v)))
          .addStatement("$1L = v$2L.fma(u$3L, $1L)", sum, n, u);
    }
    return code.build();
  }
}
