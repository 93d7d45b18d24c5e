package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.FieldSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.Buffer.Role;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The arrays of each layer: parameters shared by replicas, scratch of one's own. */
public final class LayerFields {
  private LayerFields() {}

  public static ClassParts of(NetworkPlan plan) {
    BufferCode code = new BufferCode(plan);
    List<FieldSpec> fields = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      List<Buffer> buffers = plan.buffers(layer);
      for (Buffer buffer : buffers) {
        switch (buffer.role()) {
          case WEIGHT ->
              fields.add(
                  code.declaration(buffer).addJavadoc("$L.", weights(layer, buffers)).build());
          case BIAS, STATISTIC -> fields.add(code.declaration(buffer).build());
          case MOMENTS ->
              fields.add(
                  code.field(buffer).toBuilder()
                      .addJavadoc("Mean and deviation of each row that is made normal.")
                      .build());
          case STATE -> {} // in a class of its own, see StateFields
          case SCRATCH -> fields.add(scratch(layer, buffer, code));
          case GRADIENT, PRE_ACTIVATION, ACTIVATION, DELTA, CONSTANT ->
              fields.add(code.field(buffer));
        }
      }
    }
    return ClassParts.ofFields(fields);
  }

  private static FieldSpec scratch(LayerPlan layer, Buffer buffer, BufferCode code) {
    return buffer.hasRowPerSample()
        ? code.field(buffer).toBuilder()
            .addJavadoc(
                "What one reader sends back to $L, before it is added to d$L.",
                title(layer),
                layer.tag())
            .build()
        : code.field(buffer);
  }

  /** How the weights lie, and where they lie once more. */
  private static String weights(LayerPlan layer, List<Buffer> buffers) {
    return title(layer)
        + ", "
        + layer.inputs()
        + " → "
        + layer.outputs()
        + ": weights, "
        + layer.loops().weightWords()
        + buffers.stream().map(LayerFields::copy).collect(Collectors.joining())
        + (layer.hasPanels() ? "; in SIMD, panels of neurons" : "");
  }

  /** Rows of scratch are weights in another order. */
  private static String copy(Buffer buffer) {
    if (buffer.role() != Role.SCRATCH) {
      return "";
    }
    return switch (buffer.layout()) {
      case ARRAY, TILE -> "";
      case PACKED -> ", in " + buffer.name() + " a few rows side by side";
      case NEURONS, INPUTS -> ", in " + buffer.name() + " transposed";
    };
  }

  /** {@code Layer 2}, or the constant of an enum. */
  private static String title(LayerPlan layer) {
    String name = layer.model().name().text();
    return name.equals("layer" + layer.tag()) ? "Layer " + layer.tag() : name;
  }
}
