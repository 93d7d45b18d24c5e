// expect: warning GS095 line 10 column 3: @Dense has no effect on LayerOnField.OUT

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(layers = {4, 2}, activation = TANH)
public interface LayerOnField extends FloatNetwork {
  @Dense(units = 2) int OUT = 2;
}
