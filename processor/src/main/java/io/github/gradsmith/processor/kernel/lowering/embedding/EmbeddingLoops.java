package io.github.gradsmith.processor.kernel.lowering.embedding;

import io.github.gradsmith.processor.plan.LayerLoops;

/** One copy for each index. */
record EmbeddingLoops() implements LayerLoops {
  @Override
  public String weightWords() {
    return "a row for each category";
  }

  @Override
  public String words() {
    return "rows copied";
  }

  @Override
  public String toString() {
    return words();
  }
}
