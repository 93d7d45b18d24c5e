// expect: error GS002 line 22 column 15: <T>
// expect: error GS004 line 22 column 15: sealed
// expect: error GS014 line 21 (ecj 18) column 15: Layer 1 has 0
// expect: error GS014 line 21 (ecj 18) column 21: Layer 3 has -1
// expect: error GS016 line 20 column 18: activation has 3 entries
// expect: error GS017 line 20 (ecj 18) column 25: Layer 3
// expect: error GS019 line 19 column 12: which has TANH
// expect: error GS007 line 26 column 10: name()
// expect: error GS008 line 29 column 15: classify(float[])
// expect: error GS009 line 24 column 8: returns Kept
// expect: error GS010 line 34 column 8: save(java.nio.file.Path)

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(
    loss = CROSS_ENTROPY,
    activation = {RELU, SOFTMAX, TANH},
    layers = {0, 5, -1})
public sealed interface ManyFaults<T> extends FloatNetwork permits Kept {
  @Override
  Kept replica();

  String name();

  @Override
  default int classify(float[] input) {
    return 0;
  }

  @Override
  void save(java.nio.file.Path file);
}

non-sealed interface Kept extends ManyFaults<String> {}
