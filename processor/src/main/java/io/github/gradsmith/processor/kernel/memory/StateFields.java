package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What the optimizer keeps, in a class of its own: replicas share it by one reference, and the
 * constructor of a deep network stays short.
 */
public final class StateFields {
  private final NetworkPlan plan;
  private final Names names;

  public StateFields(NetworkPlan plan) {
    this.plan = plan;
    this.names = new Names(plan);
  }

  public ClassParts fragments() {
    if (!plan.keepsState()) {
      return new ClassParts(List.of(), List.of(), List.of());
    }
    FieldSpec field =
        FieldSpec.builder(
                ClassName.get("", names.stateType()), Names.STATE, Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc(
                "What $L from step to step.", plan.drops() ? "is kept" : "the optimizer keeps")
            .build();
    return new ClassParts(List.of(field), List.of(), List.of(type()));
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(names.stateType())
            .addJavadoc("$L, shared by replicas.", kept())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    BufferCode code = new BufferCode(plan);
    for (Buffer buffer : plan.buffers()) {
      if (buffer.role() == Buffer.Role.STATE) {
        type.addField(code.field(buffer));
      }
    }
    if (plan.drops()) {
      type.addField(
          FieldSpec.builder(long[].class, "seeds", Modifier.PRIVATE, Modifier.FINAL)
              .initializer("new long[2]")
              .build());
    }
    return type.build();
  }

  private String kept() {
    List<String> kept = new ArrayList<>();
    if (!plan.update().slots().isEmpty()) {
      kept.add(
          plan.update().slots().stream()
              .map(StateSlot::letter)
              .collect(Collectors.joining(" and ", "", " of every weight and bias")));
    }
    if (plan.drops()) {
      kept.add("Steps so far; the seed of masks, then that of the constructor");
    }
    return String.join("; ", kept);
  }
}
