package io.github.gradsmith.processor;

import io.github.gradsmith.processor.emit.ClassEmitter;
import io.github.gradsmith.processor.emit.SimdClassEmitter;
import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.emit.TestVectorClassEmitter;
import io.github.gradsmith.processor.emit.WeightClassEmitter;
import io.github.gradsmith.processor.kernel.Kernels;
import io.github.gradsmith.processor.kernel.baked.TestVectorConstants;
import io.github.gradsmith.processor.kernel.baked.WeightConstants;
import io.github.gradsmith.processor.kernel.code.Implementation;
import io.github.gradsmith.processor.kernel.simd.SimdKernels;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.planner.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The way from model to source. */
@FunctionalInterface
interface Generation {
  /** All that is made of a network. */
  GeneratedNetwork of(NetworkModel model);

  /** As users get it. */
  static Generation standard() {
    return once(Planner::plan, Kernels::of);
  }

  /** Plans a network once and builds its class once; all that is written of it comes from there. */
  static Generation once(
      Function<NetworkModel, NetworkPlan> planner, Function<NetworkPlan, Implementation> kernels) {
    return model -> {
      NetworkPlan plan = planner.apply(model);
      Implementation implementation = kernels.apply(plan);
      return new GeneratedNetwork(plan, implementation, sources(plan, implementation));
    };
  }

  private static List<SourceFile> sources(NetworkPlan plan, Implementation implementation) {
    NetworkModel model = plan.model();
    List<SourceFile> files =
        new ArrayList<>(List.of(ClassEmitter.emit(plan, implementation.fragments())));
    if (plan.vectorized()) {
      files.add(SimdClassEmitter.emit(model, SimdKernels.of(plan)));
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
