package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The order in which generated code keeps the weights of a layer: a constant of the class, which
 * creates, fills and copies them. It is that of the plain loops, or panels if the layer has them
 * and the SIMD kernels run.
 *
 * @param names names of the generated class
 */
public record WeightOrder(Names names) {
  /** The constant of the companion that says how many neurons a panel has. */
  public static final String PANEL = "PANEL";

  /** The constants of all layers. */
  public List<FieldSpec> constants() {
    return names.plan().learning().stream().map(this::constant).toList();
  }

  private FieldSpec constant(LayerPlan layer) {
    CodeBlock plain =
        CodeBlock.of(
            "$T.$L($L, $L)",
            ElementType.WEIGHT_LAYOUT,
            layer.isInputMajor() ? "inputMajor" : "rows",
            layer.weightInputs(),
            layer.weightOutputs());
    CodeBlock panels =
        CodeBlock.of(
            "$T.panels($L, $L, $T.$L)",
            ElementType.WEIGHT_LAYOUT,
            layer.weightInputs(),
            layer.weightOutputs(),
            names.simdClass(),
            PANEL);
    return FieldSpec.builder(ElementType.WEIGHT_LAYOUT, names.layout(layer))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            layer.hasPanels()
                ? CodeBlock.of("$L ? $L$W: $L", SimdCalls.VECTOR, panels, plain)
                : plain)
        .build();
  }

  /** Copies the numbers {@code w} and {@code b} of a layer to the flat array from an offset on. */
  public CodeBlock copyOut(LayerPlan layer, String w, String b, String flat) {
    int offset = names.plan().offset(layer);
    return CodeBlock.builder()
        .addStatement("$L.copyOut($L, $L, $L, $L)", names.layout(layer), w, b, flat, offset)
        .build();
  }

  /** Copies the gradients of all layers to the flat array. */
  public CodeBlock copyOutGradient(String flat) {
    return names.plan().learning().stream()
        .map(layer -> copyOut(layer, names.gw(layer), names.gb(layer), flat))
        .collect(CodeBlock.joining(""));
  }

  /** The way back. */
  public CodeBlock copyIn(LayerPlan layer, String flat, String w, String b) {
    int offset = names.plan().offset(layer);
    return CodeBlock.builder()
        .addStatement("$L.copyIn($L, $L, $L, $L)", names.layout(layer), flat, offset, w, b)
        .build();
  }
}
