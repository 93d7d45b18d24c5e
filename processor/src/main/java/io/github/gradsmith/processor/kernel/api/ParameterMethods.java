package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Parameters as a flat array and as a file. */
public final class ParameterMethods {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final WeightOrder order;

  public ParameterMethods(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.order = new WeightOrder(names);
  }

  public List<MethodSpec> publicMethods() {
    List<MethodSpec> methods =
        new ArrayList<>(
            List.of(
                getParameters(),
                setParameters(),
                save("save", Path.class, "file"),
                save("save", OutputStream.class, "out"),
                load(Path.class, "file"),
                load(InputStream.class, "in")));
    if (plan.trains()) {
      methods.add(saveTraining(Path.class, "file"));
      methods.add(saveTraining(OutputStream.class, "out"));
    }
    return methods;
  }

  public List<MethodSpec> privateMethods() {
    return loadsInPlace() ? List.of(checkpoint()) : List.of();
  }

  /** Whether a file holds more than parameters. */
  private boolean loadsInPlace() {
    return plan.keepsState() || !plan.adapting().isEmpty() || plan.model().rows().isPresent();
  }

  private MethodSpec getParameters() {
    MethodSpec.Builder method =
        Overriding.method("getParameters")
            .addParameter(scalar.array(), "destination")
            .addStatement(
                "$T.length(destination, $L, $S)",
                ElementType.ARGUMENTS,
                plan.parameterCount(),
                "destination");
    for (LayerPlan layer : plan.learning()) {
      method.addCode(order.copyOut(layer, names.w(layer), names.b(layer), "destination"));
    }
    return method.build();
  }

  private MethodSpec setParameters() {
    MethodSpec.Builder method =
        Overriding.method("setParameters")
            .addParameter(scalar.array(), "source")
            .addStatement(
                "$T.length(source, $L, $S)",
                ElementType.ARGUMENTS,
                plan.parameterCount(),
                "source");
    for (LayerPlan layer : plan.learning()) {
      method.addCode(order.copyIn(layer, "source", names.w(layer), names.b(layer)));
    }
    return method.addCode(PackKernel.changed(plan)).build();
  }

  private MethodSpec save(String name, Type to, String parameter) {
    return Overriding.method(name)
        .addParameter(to, parameter)
        .addException(IOException.class)
        .addStatement("$T.save(this, $L)", ElementType.WEIGHT_FILE, parameter)
        .build();
  }

  private MethodSpec load(Type from, String parameter) {
    MethodSpec.Builder method =
        Overriding.method("load").addParameter(from, parameter).addException(IOException.class);
    if (loadsInPlace()) {
      return method
          .addStatement("$L().load($L)", names.method("checkpoint"), parameter)
          .addCode(PackKernel.changed(plan))
          .build();
    }
    return method
        .addStatement(
            "setParameters($T.$L(TOPOLOGY, $L))",
            ElementType.WEIGHT_FILE,
            scalar.isFloat() ? "loadFloats" : "loadDoubles",
            parameter)
        .build();
  }

  private MethodSpec saveTraining(Type to, String parameter) {
    return plan.keepsState()
        ? Overriding.method("saveTraining")
            .addParameter(to, parameter)
            .addException(IOException.class)
            .addStatement("$L().save($L)", names.method("checkpoint"), parameter)
            .build()
        : save("saveTraining", to, parameter);
  }

  /** The arrays themselves, so that large networks are not copied once more. */
  private MethodSpec checkpoint() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("checkpoint"))
            .addJavadoc(
                "The arrays that $L.", plan.keepsState() ? "training goes on from" : "files hold")
            .addModifiers(Modifier.PRIVATE)
            .returns(ElementType.CHECKPOINT)
            .addStatement("$1T checkpoint = new $1T(TOPOLOGY)", ElementType.CHECKPOINT);
    for (LayerPlan layer : plan.learning()) {
      method.addStatement(
          "checkpoint.addParameters($L, $L, $L, $L)",
          layer.number(),
          names.layout(layer),
          names.w(layer),
          names.b(layer));
      List<StateSlot> slots = plan.keepsState() ? plan.update().slots() : List.of();
      for (StateSlot slot : slots) {
        method.addStatement(
            "checkpoint.addState($S, $L, $L, $L, $L)",
            slot.name(),
            layer.number(),
            names.layout(layer),
            names.stateW(slot, layer),
            names.stateB(slot, layer));
      }
    }
    for (LayerPlan layer : plan.adapting()) {
      method.addStatement(
          "checkpoint.addStatistics($L, $L)",
          layer.number(),
          String.join(", ", names.statistics(layer)));
    }
    if (plan.model().rows().isPresent()) {
      method.addStatement("checkpoint.addRows($L)", Names.ROWS);
    }
    if (plan.keepsState() && plan.update().countsSteps()) {
      method.addStatement("checkpoint.addSteps($L)", Names.STEPS);
    }
    if (plan.drops()) {
      method.addStatement("checkpoint.addDropout($L, $L)", Names.SEEDS, Names.STEPS);
    }
    return method.addStatement("return checkpoint").build();
  }
}
