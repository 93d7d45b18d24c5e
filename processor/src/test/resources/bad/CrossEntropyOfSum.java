// expect: error GS019 line 8 column 21: which has IDENTITY. Write SOFTMAX there

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(loss = Loss.CROSS_ENTROPY)
public interface CrossEntropyOfSum extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4) A,
    @Add({"A", "IN"}) OUT
  }
}
