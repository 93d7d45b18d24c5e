package io.github.gradsmith.processor.model;

import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.diagnostic.Located;
import java.util.Optional;

/**
 * Whether kernels on the Vector API are wanted, and possible.
 *
 * @param written what is wanted, written or not
 * @param seesVectorApi whether the Vector API is visible where the type is
 * @param module the named module of the type, if it is in one
 */
public record SimdDeclaration(
    Located<Simd> written, boolean seesVectorApi, Optional<String> module) {

  /** Whether such kernels are to be generated. */
  public boolean vectorized() {
    return switch (written.value()) {
      case AUTO -> seesVectorApi;
      case OFF -> false;
      case REQUIRED -> true;
    };
  }
}
