package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;

/** The methods of one layer: in plain loops, or in SIMD. */
public interface LayerMethods {
  /** Weighted sums and activations. */
  List<MethodSpec> forward();

  /** The deltas of the layer {@code before}, whose activations this one read. */
  List<MethodSpec> delta(LayerPlan before);

  /** What adds a scaled gradient to weights, or to gradient arrays. */
  List<MethodSpec> accumulate();
}
