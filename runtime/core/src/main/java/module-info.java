/**
 * What an application sees of Gradsmith: the annotation, the interfaces, and files of weights.
 * Packages below {@code internal} are exported for generated code alone.
 */
module io.github.gradsmith {
  exports io.github.gradsmith;
  exports io.github.gradsmith.internal.check;
  exports io.github.gradsmith.internal.layout;
  exports io.github.gradsmith.internal.math;
  exports io.github.gradsmith.internal.parallel;
  exports io.github.gradsmith.internal.row;
  exports io.github.gradsmith.internal.vector;
  exports io.github.gradsmith.internal.warm;
  exports io.github.gradsmith.internal.weights;
  exports io.github.gradsmith.layer;
  exports io.github.gradsmith.npz;
  exports io.github.gradsmith.row;
  exports io.github.gradsmith.safetensors;
}
