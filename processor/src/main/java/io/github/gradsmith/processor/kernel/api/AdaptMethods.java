package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a network takes from data instead of learning it: set from rows, and given to files. */
public final class AdaptMethods {
  private static final String ADAPT = "adapt";

  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;

  public AdaptMethods(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
  }

  /** None of a network without statistics. */
  public List<MethodSpec> publicMethods() {
    List<MethodSpec> methods = new ArrayList<>();
    boolean adapts = plan.adapting().stream().anyMatch(layer -> column(layer).isPresent());
    if (plan.trains() && adapts) {
      methods.add(adapt());
    } else if (plan.trains() && plan.model().inheritedNames().contains(ADAPT)) {
      methods.add(refuse());
    }
    if (!plan.adapting().isEmpty()) {
      methods.add(statistics());
    }
    return methods;
  }

  private MethodSpec.Builder method() {
    return Overriding.method(ADAPT)
        .addParameter(scalar.matrix(), "inputs")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to");
  }

  private MethodSpec adapt() {
    MethodSpec.Builder method =
        method()
            .addStatement(
                "$T.batch(inputs, from, to, $L, $S)",
                ElementType.ARGUMENTS,
                plan.model().input().numbers(),
                "inputs")
            .addStatement("$T.notEmpty(from, to)", ElementType.ARGUMENTS);
    for (LayerPlan layer : plan.adapting()) {
      column(layer)
          .ifPresent(
              column ->
                  method.addStatement(
                      "$T.adapt(inputs, from, to, $L, $L)",
                      ElementType.STATISTICS,
                      column,
                      String.join(", ", names.statistics(layer))));
    }
    return method.build();
  }

  /** Not left to the interface's default, which the user has declared abstract again. */
  private MethodSpec refuse() {
    return method()
        .addStatement(
            "throw new $T($Z$S)",
            IllegalStateException.class,
            "the network has no NORMALIZATION layer to adapt")
        .build();
  }

  /** Which number of the input a layer reads first, if it reads the input or a slice of it. */
  private OptionalInt column(LayerPlan layer) {
    int column = 0;
    Value value = layer.model().from().get(0);
    while (value.layer() != Value.INPUT) {
      LayerModel before = plan.layer(value.layer()).model();
      if (!(before.choice() instanceof LayerChoice.Slice slice)) {
        return OptionalInt.empty();
      }
      column += slice.begin();
      value = before.from().get(0);
    }
    return OptionalInt.of(column);
  }

  private MethodSpec statistics() {
    List<String> fields = new ArrayList<>();
    plan.adapting().forEach(layer -> fields.addAll(names.statistics(layer)));
    return Overriding.method("statisticsOfLayers")
        .returns(scalar.matrix())
        .addStatement("return new $T {$L}", scalar.matrix(), String.join(", ", fields))
        .build();
  }
}
