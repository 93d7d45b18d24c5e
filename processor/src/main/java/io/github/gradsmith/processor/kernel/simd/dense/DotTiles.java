package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Products of all rows of a layer with one array or with a few, some rows a pass.
 *
 * @param single rows of the passes of one sample
 * @param batch rows of the passes of more
 */
record DotTiles(RowGroups single, RowGroups batch) {
  static DotTiles of(int rows, SimdTiles tiles) {
    return new DotTiles(
        new RowGroups(rows, tiles.forwardRows()), new RowGroups(rows, tiles.batchRows()));
  }

  /**
   * The methods of all passes.
   *
   * @param pass the method of so many rows and samples
   */
  List<MethodSpec> methods(BiFunction<Integer, Integer, MethodSpec> pass) {
    List<MethodSpec> methods = new ArrayList<>();
    for (int rows : batch.sizes()) {
      methods.add(pass.apply(rows, SimdTiles.SAMPLES));
      methods.add(pass.apply(rows, 2));
    }
    Stream.concat(single.sizes().stream(), batch.sizes().stream())
        .distinct()
        .forEach(rows -> methods.add(pass.apply(rows, 1)));
    return methods;
  }
}
