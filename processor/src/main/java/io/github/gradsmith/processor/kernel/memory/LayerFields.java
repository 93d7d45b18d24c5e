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
          case GRADIENT, PRE_ACTIVATION, ACTIVATION, DELTA, MOMENTS, SCRATCH ->
              fields.add(code.field(buffer));
        }
      }
    }
    return ClassParts.ofFields(fields);
  }

  private static FieldSpec weights(LayerPlan layer, FieldSpec.Builder field) {
    return field
        .addJavadoc(
            "$L, $L → $L: weights, $L$L.",
            title(layer),
            layer.inputs(),
            layer.outputs(),
            layer.loops().weightWords(),
            layer.hasPanels() ? "; in SIMD, panels of neurons" : "")
        .build();
  }

  /** {@code Layer 2}, or the constant of an enum. */
  private static String title(LayerPlan layer) {
    String name = layer.model().name().text();
    return name.equals("layer" + layer.tag()) ? "Layer " + layer.tag() : name;
  }
}
