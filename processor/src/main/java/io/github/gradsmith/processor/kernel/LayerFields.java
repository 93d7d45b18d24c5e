package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The arrays of each layer: parameters shared by replicas, scratch of one's own. */
final class LayerFields {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;
  private final WeightOrder order;

  LayerFields(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
    this.order = new WeightOrder(letters, scalar);
  }

  Fragments fragments() {
    List<FieldSpec> fields = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      addParameters(layer, fields);
      addForwardScratch(layer, fields);
      if (plan.trains()) {
        addBackwardScratch(layer, fields);
      }
    }
    return Fragments.ofFields(fields);
  }

  private void addParameters(LayerPlan layer, List<FieldSpec> fields) {
    fields.add(
        FieldSpec.builder(scalar.matrix(), letters.w(layer), Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc(
                "Layer $L, $L → $L: weights, a row for each $L$L.",
                layer.number(),
                layer.inputs(),
                layer.outputs(),
                layer.hasColumns() ? "input" : "neuron",
                layer.hasStrips() ? "; in SIMD, strips of neurons" : "")
            .build());
    fields.add(
        FieldSpec.builder(scalar.array(), letters.b(layer), Modifier.PRIVATE, Modifier.FINAL)
            .build());
  }

  private void addForwardScratch(LayerPlan layer, List<FieldSpec> fields) {
    if (layer.forward() instanceof ForwardShape.DiagonalRows shape) {
      int groups = (layer.outputs() + shape.rows() - 1) / shape.rows();
      fields.add(
          scratch(
              scalar.matrix(),
              letters.p(layer),
              CodeBlock.of(
                  "new $T[$L$L][$L]",
                  scalar.type(),
                  layer.hasStrips() ? VectorCalls.VECTOR + " ? 0 : " : "",
                  groups,
                  scalar.aligned(shape.packed()))));
    }
    if (plan.transposes(layer)) {
      fields.add(
          scratch(
              scalar.matrix(),
              letters.p(layer),
              CodeBlock.of(
                  "new $T[$L$L][$L]",
                  scalar.type(),
                  layer.hasStrips() ? VectorCalls.VECTOR + " ? 0 : " : "",
                  layer.outputs(),
                  layer.inputs())));
    }
    int plain = scratchLength(layer);
    if (layer.hasStrips()) {
      int copied = plan.copiedRows(layer);
      CodeBlock length =
          order.scratchLength(layer, copied == 0 ? "TILE" : "(TILE + " + copied + ")");
      fields.add(
          scratch(
              scalar.array(),
              letters.t(layer),
              CodeBlock.of(
                  "new $T[$L ? $L$W: $L]", scalar.type(), VectorCalls.VECTOR, length, plain)));
    } else if (plain > 0) {
      fields.add(row(letters.t(layer), plain));
    }
    fields.add(
        layer.hasZRows()
            ? tile(letters.z(layer), layer.outputs())
            : row(letters.z(layer), layer.outputs()));
    fields.add(
        plan.hasTile()
            ? tile(letters.a(layer), layer.outputs())
            : row(letters.a(layer), layer.outputs()));
  }

  private void addBackwardScratch(LayerPlan layer, List<FieldSpec> fields) {
    fields.add(tile(letters.d(layer), layer.outputs()));
    fields.add(scratch(scalar.matrix(), letters.gw(layer), order.creation(layer)));
    fields.add(row(letters.gb(layer), layer.outputs()));
  }

  /** Entries of t that the plain loops of {@code layer} need. */
  private int scratchLength(LayerPlan layer) {
    if (layer.forward() instanceof ForwardShape.DiagonalRows) {
      return AccumulateKernel.scratch(plan, layer, scalar);
    }
    if (layer.forward() instanceof ForwardShape.FoldedRows fold) {
      return fold.scratch();
    }
    return plan.trains() ? backScratch(layer) : 0;
  }

  /** Entries of t that the way back through {@code layer} needs; the input's deltas are none. */
  static int backScratch(LayerPlan layer) {
    return layer.number() > 2
            && layer.forward() instanceof ForwardShape.Columns columns
            && columns.back() instanceof ForwardShape.FoldedRows fold
        ? fold.scratch()
        : 0;
  }

  private FieldSpec row(String name, int length) {
    return scratch(scalar.array(), name, CodeBlock.of("new $T[$L]", scalar.type(), length));
  }

  private FieldSpec tile(String name, int length) {
    return scratch(scalar.matrix(), name, CodeBlock.of("new $T[TILE][$L]", scalar.type(), length));
  }

  private FieldSpec scratch(TypeName type, String name, CodeBlock creation) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer(creation)
        .build();
  }
}
