package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.MethodSpec;
import java.util.List;

/** The methods of one layer: in plain loops, or in SIMD. */
public interface LayerMethods {
  /** Weighted sums and activations. */
  List<MethodSpec> forward();

  /** What brings its deltas back to a value that it reads. */
  List<MethodSpec> delta(DeltaTarget to);

  /** What adds a scaled gradient to weights, or to gradient arrays. */
  List<MethodSpec> accumulate();
}
