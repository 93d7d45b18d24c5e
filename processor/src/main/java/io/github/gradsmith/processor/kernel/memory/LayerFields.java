package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.FieldSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/** The arrays of each layer: parameters shared by replicas, scratch of one's own. */
public final class LayerFields {
  private LayerFields() {}

  public static ClassParts of(NetworkPlan plan) {
    BufferCode code = new BufferCode(plan);
    List<FieldSpec> fields = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      for (Buffer buffer : plan.buffers(layer)) {
        switch (buffer.role()) {
          case WEIGHT -> fields.add(weights(layer, code.declaration(buffer)));
          case BIAS -> fields.add(code.declaration(buffer).build());
          case STATE -> {} // in a class of its own, see StateFields
          case GRADIENT, PRE_ACTIVATION, ACTIVATION, DELTA, SCRATCH ->
              fields.add(code.field(buffer));
        }
      }
    }
    return ClassParts.ofFields(fields);
  }

  private static FieldSpec weights(LayerPlan layer, FieldSpec.Builder field) {
    return field
        .addJavadoc(
            "Layer $L, $L → $L: weights, a row for each $L$L.",
            layer.number(),
            layer.inputs(),
            layer.outputs(),
            layer.isInputMajor() ? "input" : "neuron",
            layer.hasPanels() ? "; in SIMD, panels of neurons" : "")
        .build();
  }
}
