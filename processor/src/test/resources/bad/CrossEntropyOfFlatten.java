// expect: error GS019 line 8 column 21: which has IDENTITY. Write a further constant, @Elementwise(activation = SOFTMAX), there

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(loss = Loss.CROSS_ENTROPY)
public interface CrossEntropyOfFlatten extends FloatNetwork {
  enum Layer {
    @Input({4, 3}) IN,
    @Dense(units = 4) A,
    @Flatten OUT
  }
}
