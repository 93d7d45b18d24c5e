package io.github.gradsmith.processor.kernel.lowering.simple;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * A layer without parameters that goes forward and back in a loop.
 *
 * @param layer which
 * @param loop what it computes
 * @param names names of the generated class
 * @param scalar its precision
 */
public record SimpleCode(LayerPlan layer, SimpleLoop loop, Names names, ElementType scalar)
    implements LayerCode {
  @Override
  public List<MethodSpec> forward() {
    MethodSpec.Builder method = method(names.forward(layer)).addJavadoc("$L.", formula());
    List<String> inputs = inputs();
    inputs.forEach(input -> method.addParameter(scalar.array(), input));
    if (layer.activates()) {
      method.addParameter(scalar.array(), "z");
    }
    method
        .addParameter(scalar.array(), "a")
        .addCode(loop.forward(inputs, layer.activates() ? "z" : "a", scalar));
    if (layer.activates()) {
      method.addCode(SimdCalls.activation(layer, names));
      method.addCode(ActivationCode.of(layer, scalar));
    }
    return List.of(method.build());
  }

  private MethodSpec.Builder method(String name) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    return loop.readsFields() ? method : method.addModifiers(Modifier.STATIC);
  }

  private String formula() {
    String sums = loop.formula(letters());
    return layer.activates()
        ? names.z(layer) + " = " + sums + ", " + ActivationCode.formula(layer, names)
        : names.a(layer) + " = " + sums;
  }

  /** What methods call the values that the layer reads: x, or x1, x2 and so on. */
  private List<String> inputs() {
    int count = layer.model().from().size();
    return count == 1
        ? List.of("x")
        : IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).toList();
  }

  /** What formulas call them. */
  private List<String> letters() {
    return layer.model().from().stream().map(names::letter).toList();
  }

  @Override
  public CodeBlock forwardOfSample(String x, String s) {
    return CodeBlock.builder().addStatement(call(x, s)).build();
  }

  private CodeBlock call(String x, String s) {
    return new ForwardCalls(names.plan()).layer(layer, names.forward(layer), x, s);
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    LayerPlan value = to.value();
    String errors = loop.errors(to.use(), letters(), names.d(layer));
    MethodSpec.Builder method =
        method(to.method(names))
            .addJavadoc("$L.", DeltaFormulas.back(to, errors, names))
            .addParameter(scalar.array(), "next");
    for (int read : loop.readByBack(to.use())) {
      method.addParameter(scalar.array(), inputs().get(read));
    }
    if (to.isOnly() && value.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    if (to.isOnly()) {
      method.addParameter(scalar.array(), "a");
    }
    CodeBlock back = loop.back(to.use(), inputs(), to.adds() ? "+=" : "=", scalar);
    return List.of(
        method
            .addParameter(scalar.array(), "d")
            .addCode(new SlopeCode(value, scalar).timesAfter(back, SimdCalls.slope(to, names)))
            .build());
  }

  @Override
  public CodeBlock deltaOfSample(DeltaTarget to) {
    return back(to, "x");
  }

  /**
   * @param x the row of the network's input
   */
  private CodeBlock back(DeltaTarget to, String x) {
    LayerPlan value = to.value();
    List<String> arguments = new ArrayList<>(List.of(names.d(layer) + "[s]"));
    for (int read : loop.readByBack(to.use())) {
      arguments.add(names.row(layer.model().from().get(read), x, "s"));
    }
    if (to.isOnly() && value.keepsZ()) {
      arguments.add(names.zRow(value, "s"));
    }
    if (to.isOnly()) {
      arguments.add(names.aRow(value, "s"));
    }
    arguments.add(names.d(value) + "[s]");
    return CodeBlock.builder()
        .addStatement("$L($L)", to.method(names), String.join(", ", arguments))
        .build();
  }

  @Override
  public CodeBlock deltaOfTile(DeltaTarget to) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .add(back(to, "x[from + s]"))
        .endControlFlow()
        .build();
  }

  /** There is no gradient. */
  @Override
  public List<MethodSpec> accumulate() {
    return List.of();
  }

  /** There is no gradient. */
  @Override
  public CodeBlock accumulateOne() {
    return CodeBlock.of("");
  }
}
