package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.api.Constants;
import io.github.gradsmith.processor.kernel.api.Constructors;
import io.github.gradsmith.processor.kernel.api.ParameterMethods;
import io.github.gradsmith.processor.kernel.api.PredictMethods;
import io.github.gradsmith.processor.kernel.api.SelfTestMethod;
import io.github.gradsmith.processor.kernel.api.TrainMethods;
import io.github.gradsmith.processor.kernel.backprop.AccumulateKernel;
import io.github.gradsmith.processor.kernel.backprop.BackwardKernel;
import io.github.gradsmith.processor.kernel.backprop.GradientKernel;
import io.github.gradsmith.processor.kernel.backprop.LayerByLayer;
import io.github.gradsmith.processor.kernel.code.Fragments;
import io.github.gradsmith.processor.kernel.code.Implementation;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.dense.ColumnSums;
import io.github.gradsmith.processor.kernel.dense.ForwardKernel;
import io.github.gradsmith.processor.kernel.elementwise.LossKernel;
import io.github.gradsmith.processor.kernel.elementwise.OutputDeltaKernel;
import io.github.gradsmith.processor.kernel.memory.LayerFields;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.kernel.memory.StateFields;
import io.github.gradsmith.processor.kernel.size.MethodLength;
import io.github.gradsmith.processor.kernel.step.ParallelStep;
import io.github.gradsmith.processor.kernel.step.StepKernel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/** All fields and methods of a plan, in reading order. */
public final class Kernels {
  private Kernels() {}

  /** The class that {@code plan} describes. */
  public static Implementation of(NetworkPlan plan) {
    Scalar scalar = new Scalar(plan.model().precision());
    List<Fragments> parts = new ArrayList<>();
    parts.add(PackKernel.fields(plan));
    parts.add(LayerFields.of(plan));
    parts.add(Fragments.ofMethods(publicMethods(plan, scalar)));
    parts.add(PackKernel.methods(plan, new Letters(plan)));
    parts.add(new ForwardKernel(plan, scalar).fragments());
    parts.add(ColumnSums.of(plan, scalar));
    if (plan.goesByLayer()) {
      parts.add(Fragments.ofMethods(List.of(new LayerByLayer(plan, scalar).forward())));
    }
    if (plan.trains()) {
      parts.add(
          Fragments.ofMethods(
              List.of(
                  new LossKernel(plan, scalar).loss(),
                  new OutputDeltaKernel(plan, scalar).delta())));
      parts.add(new BackwardKernel(plan, scalar).fragments());
      GradientKernel gradient = new GradientKernel(plan, scalar);
      parts.add(Fragments.ofMethods(gradient.backpropagation()));
      parts.add(new AccumulateKernel(plan, scalar).fragments());
      parts.add(Fragments.ofMethods(StepKernel.of(plan, scalar).privateMethods()));
      parts.add(new StateFields(plan).fragments());
      parts.add(new ParallelStep(plan, scalar).fragments());
    }
    parts.add(Fragments.ofMethods(new ParameterMethods(plan, scalar).privateMethods()));
    Fragments all = Fragments.join(parts);
    int longest = MethodLength.longest(all);
    Fragments constants = new Constants(plan, scalar, longest).fragments();
    return new Implementation(Fragments.join(List.of(constants, all)), longest);
  }

  private static List<MethodSpec> publicMethods(NetworkPlan plan, Scalar scalar) {
    Constructors constructors = new Constructors(plan);
    List<MethodSpec> methods = new ArrayList<>();
    if (plan.model().weights().isPresent()) {
      methods.add(constructors.fromWeights());
    }
    methods.add(constructors.fromSeed());
    methods.add(constructors.fromFile());
    methods.add(constructors.ofReplica());
    methods.addAll(new PredictMethods(plan, scalar).publicMethods());
    if (plan.trains()) {
      methods.addAll(new TrainMethods(plan, scalar).publicMethods());
    }
    methods.addAll(new ParameterMethods(plan, scalar).publicMethods());
    methods.add(constructors.replica());
    methods.addAll(new ParallelStep(plan, scalar).publicMethods());
    if (plan.model().vectors().isPresent()) {
      methods.add(SelfTestMethod.of(plan));
    }
    return methods;
  }
}
