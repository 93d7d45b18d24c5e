/**
 * What an application sees of Gradsmith: the annotation, the interfaces and the support of
 * generated code.
 */
module io.github.gradsmith {
  exports io.github.gradsmith;
  exports io.github.gradsmith.npz;
  exports io.github.gradsmith.safetensors;
  exports io.github.gradsmith.support;
}
