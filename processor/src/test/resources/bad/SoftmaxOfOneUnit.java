// expect: error GS064 line 12 (ecj 10) column 36: SOFTMAX over a single output is 1 whatever the input

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(loss = Loss.CROSS_ENTROPY)
public interface SoftmaxOfOneUnit extends FloatNetwork {
  enum Layer {
    @Input({4, 3}) IN,
    @Dense(units = 1, activation = SOFTMAX) OUT
  }
}
