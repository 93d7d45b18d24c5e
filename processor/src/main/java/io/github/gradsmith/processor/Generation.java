package io.github.gradsmith.processor;

import io.github.gradsmith.processor.emit.ClassEmitter;
import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.emit.TestVectorClassEmitter;
import io.github.gradsmith.processor.emit.VectorClassEmitter;
import io.github.gradsmith.processor.emit.WeightClassEmitter;
import io.github.gradsmith.processor.kernel.Fragments;
import io.github.gradsmith.processor.kernel.Kernels;
import io.github.gradsmith.processor.kernel.TestVectorConstants;
import io.github.gradsmith.processor.kernel.VectorKernels;
import io.github.gradsmith.processor.kernel.WeightConstants;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.Planner;
import java.util.ArrayList;
import java.util.List;

/** The way from model to source. */
@FunctionalInterface
interface Generation {
  /** All source files of a network. */
  List<SourceFile> of(NetworkModel model);

  /** The sources as users get them. */
  static List<SourceFile> sources(NetworkModel model) {
    NetworkPlan plan = Planner.plan(model);
    Fragments implementation = Kernels.of(plan);
    List<SourceFile> files = new ArrayList<>(List.of(ClassEmitter.emit(plan, implementation)));
    if (plan.vectorized()) {
      files.add(VectorClassEmitter.emit(model, VectorKernels.of(plan, implementation)));
    }
    if (model.weights().isPresent()) {
      files.add(WeightClassEmitter.emit(model, WeightConstants.of(model)));
    }
    if (model.vectors().isPresent()) {
      files.add(TestVectorClassEmitter.emit(model, TestVectorConstants.of(model)));
    }
    return files;
  }
}
