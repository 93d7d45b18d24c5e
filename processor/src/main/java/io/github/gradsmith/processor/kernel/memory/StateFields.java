package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.NetworkPlan;
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
            .addJavadoc("What the optimizer keeps from step to step.")
            .build();
    return new ClassParts(List.of(field), List.of(), List.of(type()));
  }

  private TypeSpec type() {
    String slots =
        plan.update().slots().stream().map(StateSlot::letter).collect(Collectors.joining(" and "));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(names.stateType())
            .addJavadoc("$L of every weight and bias, shared by replicas.", slots)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    BufferCode code = new BufferCode(plan);
    for (Buffer buffer : plan.buffers()) {
      if (buffer.role() == Buffer.Role.STATE) {
        type.addField(code.field(buffer));
      }
    }
    return type.build();
  }
}
