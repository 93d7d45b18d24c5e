package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Calls of the forward methods of layers for one sample. */
public final class ForwardCalls {
  private final NetworkPlan plan;
  private final Names names;

  public ForwardCalls(NetworkPlan plan) {
    this.plan = plan;
    this.names = new Names(plan);
  }

  /**
   * Calls of every layer for the network's input {@code x}, through row {@code s}, to {@code y}.
   */
  public CodeBlock layers(String x, String s, String y) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (LayerPlan layer : plan.layers()) {
      String a = layer.number() == plan.last().number() ? y : names.aRow(layer, s);
      code.addStatement(layer(layer, names.forward(layer), x, s, a));
    }
    return code.build();
  }

  /** A call of the method of one layer for the network's input {@code x}, through row {@code s}. */
  public CodeBlock layer(LayerPlan layer, String method, String x, String s) {
    return layer(layer, method, x, s, names.aRow(layer, s));
  }

  private CodeBlock layer(LayerPlan layer, String method, String x, String s, String a) {
    List<String> arguments = new ArrayList<>();
    layer.model().from().forEach(value -> arguments.add(names.row(value, x, s)));
    if (layer.loops().moments() > 0) {
      arguments.add(names.mRow(layer, s));
    }
    if (layer.activates()) {
      arguments.add(names.zRow(layer, s));
    }
    arguments.add(a);
    return CodeBlock.of("$L($L)", method, String.join(", ", arguments));
  }

  /**
   * Calls of every layer through rows of the caller's own arrays, the input being the first.
   *
   * @param showsZ of which layers z is the caller's
   */
  public CodeBlock traced(String z, String a, Predicate<LayerPlan> showsZ) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (LayerPlan layer : plan.layers()) {
      String row = "[" + (layer.number() - 1) + "]";
      List<String> arguments = new ArrayList<>();
      layer.model().from().forEach(value -> arguments.add(a + "[" + (value.layer() - 1) + "]"));
      if (layer.loops().moments() > 0) {
        arguments.add(names.mRow(layer, "0"));
      }
      if (layer.activates()) {
        arguments.add(showsZ.test(layer) ? z + row : names.zRow(layer, "0"));
      }
      arguments.add(a + row);
      code.addStatement("$L($L)", names.forward(layer), String.join(", ", arguments));
    }
    return code.build();
  }
}
