package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.api.AdaptMethods;
import io.github.gradsmith.processor.kernel.api.Constants;
import io.github.gradsmith.processor.kernel.api.Constructors;
import io.github.gradsmith.processor.kernel.api.CopyMethods;
import io.github.gradsmith.processor.kernel.api.ParameterMethods;
import io.github.gradsmith.processor.kernel.api.PredictMethods;
import io.github.gradsmith.processor.kernel.api.SelfTestMethod;
import io.github.gradsmith.processor.kernel.api.TrainMethods;
import io.github.gradsmith.processor.kernel.backprop.BatchPass;
import io.github.gradsmith.processor.kernel.backprop.GradientKernel;
import io.github.gradsmith.processor.kernel.backprop.SharedDeltas;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Implementation;
import io.github.gradsmith.processor.kernel.code.IndexChecks;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.dense.BlockedMatMul;
import io.github.gradsmith.processor.kernel.elementwise.LossKernel;
import io.github.gradsmith.processor.kernel.elementwise.OutputDeltaKernel;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.kernel.memory.LayerFields;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.kernel.memory.StateFields;
import io.github.gradsmith.processor.kernel.row.RowKernel;
import io.github.gradsmith.processor.kernel.size.MethodLength;
import io.github.gradsmith.processor.kernel.step.ParallelStep;
import io.github.gradsmith.processor.kernel.step.StepKernel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import java.util.ArrayList;
import java.util.List;

/** All fields and methods of a plan, in reading order. */
public final class Kernels {
  private Kernels() {}

  /** The class that {@code plan} describes. */
  public static Implementation of(NetworkPlan plan) {
    ElementType scalar = new ElementType(plan.model().precision());
    List<LayerCode> codes = Lowerings.codes(plan, scalar);
    List<ClassParts> parts = new ArrayList<>();
    parts.add(PackKernel.fields(plan));
    parts.add(LayerFields.of(plan));
    parts.add(RowKernel.fields(plan, scalar));
    parts.add(ClassParts.ofMethods(publicMethods(plan, scalar)));
    parts.add(ClassParts.ofMethods(RowKernel.privateMethods(plan, scalar)));
    parts.add(PackKernel.methods(plan, new Names(plan)));
    parts.add(ClassParts.ofMethods(forward(codes)));
    parts.add(BlockedMatMul.of(plan, scalar));
    if (plan.goesByLayer()) {
      parts.add(ClassParts.ofMethods(new BatchPass(plan, scalar).forward()));
    }
    if (plan.trains()) {
      parts.add(
          ClassParts.ofMethods(
              List.of(
                  new LossKernel(plan, scalar).loss(),
                  new OutputDeltaKernel(plan, scalar).delta())));
      parts.add(ClassParts.ofMethods(deltas(plan, codes)));
      GradientKernel gradient = new GradientKernel(plan, scalar);
      parts.add(ClassParts.ofMethods(gradient.backpropagation()));
      parts.add(ClassParts.ofMethods(accumulate(codes)));
      parts.add(ClassParts.ofMethods(StepKernel.of(plan, scalar).privateMethods()));
      parts.add(new StateFields(plan).fragments());
      parts.add(new ParallelStep(plan, scalar).fragments());
    }
    parts.add(ClassParts.ofMethods(new ParameterMethods(plan, scalar).privateMethods()));
    parts.add(ClassParts.ofMethods(new IndexChecks(plan, scalar).methods()));
    ClassParts all = ClassParts.join(parts);
    int longest = MethodLength.longest(all);
    ClassParts constants = new Constants(plan, scalar, longest).fragments();
    return new Implementation(ClassParts.join(List.of(constants, all)), longest);
  }

  private static List<MethodSpec> forward(List<LayerCode> codes) {
    return codes.stream().flatMap(code -> code.forward().stream()).toList();
  }

  /** The deltas of the hidden layers, from the last to the first: the chain rule. */
  private static List<MethodSpec> deltas(NetworkPlan plan, List<LayerCode> codes) {
    List<MethodSpec> methods = new ArrayList<>();
    for (DeltaStep step : plan.backward()) {
      if (step.isThroughReader()) {
        methods.addAll(codes.get(step.reader() - 2).delta(DeltaTarget.of(step, plan)));
      }
    }
    methods.addAll(new SharedDeltas(plan, new ElementType(plan.model().precision())).slopes());
    return methods;
  }

  private static List<MethodSpec> accumulate(List<LayerCode> codes) {
    return codes.stream().flatMap(code -> code.accumulate().stream()).toList();
  }

  private static List<MethodSpec> publicMethods(NetworkPlan plan, ElementType scalar) {
    Constructors constructors = new Constructors(plan);
    List<MethodSpec> methods = new ArrayList<>();
    if (plan.model().weights().isPresent()) {
      methods.add(constructors.fromWeights());
    }
    methods.add(constructors.fromSeed());
    methods.add(constructors.fromFile());
    methods.add(constructors.ofReplica());
    methods.addAll(RowKernel.publicMethods(plan, scalar));
    methods.addAll(new PredictMethods(plan, scalar).publicMethods());
    if (plan.trains()) {
      methods.addAll(new TrainMethods(plan, scalar).publicMethods());
    }
    methods.addAll(new AdaptMethods(plan, scalar).publicMethods());
    methods.addAll(new ParameterMethods(plan, scalar).publicMethods());
    methods.add(constructors.replica());
    methods.addAll(new CopyMethods(plan).publicMethods());
    methods.addAll(new ParallelStep(plan, scalar).publicMethods());
    if (plan.model().vectors().isPresent()) {
      methods.add(SelfTestMethod.of(plan));
    }
    return methods;
  }
}
