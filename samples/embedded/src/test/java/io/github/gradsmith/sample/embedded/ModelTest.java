package io.github.gradsmith.sample.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The compiled model is the exported one. */
class ModelTest {
  @Test
  void reproducesItsVectors() {
    assertThat(new DigitNetImpl().selfTest()).isLessThan(1e-6);
  }
}
