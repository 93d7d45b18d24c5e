package io.github.gradsmith.processor;

import io.github.gradsmith.processor.emit.ClassEmitter;
import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.emit.VectorClassEmitter;
import io.github.gradsmith.processor.kernel.Kernels;
import io.github.gradsmith.processor.kernel.VectorKernels;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.Planner;
import java.util.List;

/** The way from model to source. */
@FunctionalInterface
interface Generation {
  /** All source files of a network. */
  List<SourceFile> of(NetworkModel model);

  /** The sources as users get them. */
  static List<SourceFile> sources(NetworkModel model) {
    NetworkPlan plan = Planner.plan(model);
    SourceFile implementation = ClassEmitter.emit(plan, Kernels.of(plan));
    return plan.vectorized()
        ? List.of(implementation, VectorClassEmitter.emit(model, VectorKernels.of(plan)))
        : List.of(implementation);
  }
}
