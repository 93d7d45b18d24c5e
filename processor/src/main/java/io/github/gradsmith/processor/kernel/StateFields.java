package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What the optimizer keeps, in a class of its own: replicas share it by one reference, and the
 * constructor of a deep network stays short.
 */
final class StateFields {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;
  private final WeightOrder order;

  StateFields(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
    this.order = new WeightOrder(letters, scalar);
  }

  Fragments fragments() {
    if (!plan.keepsState()) {
      return new Fragments(List.of(), List.of(), List.of());
    }
    FieldSpec field =
        FieldSpec.builder(
                ClassName.get("", letters.stateType()),
                Letters.STATE,
                Modifier.PRIVATE,
                Modifier.FINAL)
            .addJavadoc("What the optimizer keeps from step to step.")
            .build();
    return new Fragments(List.of(field), List.of(), List.of(type()));
  }

  private TypeSpec type() {
    String slots =
        plan.update().slots().stream().map(StateSlot::letter).collect(Collectors.joining(" and "));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(letters.stateType())
            .addJavadoc("$L of every weight and bias, shared by replicas.", slots)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    for (LayerPlan layer : plan.layers()) {
      for (StateSlot slot : plan.update().slots()) {
        type.addField(
            field(scalar.matrix(), slot.letter() + letters.w(layer), order.creation(layer)));
        type.addField(
            field(
                scalar.array(),
                slot.letter() + letters.b(layer),
                CodeBlock.of("new $T[$L]", scalar.type(), layer.outputs())));
      }
    }
    if (plan.update().countsSteps()) {
      type.addField(
          FieldSpec.builder(double[].class, "steps", Modifier.PRIVATE, Modifier.FINAL)
              .initializer("new double[1]")
              .build());
    }
    return type.build();
  }

  private FieldSpec field(TypeName type, String name, CodeBlock creation) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer(creation)
        .build();
  }
}
