// expect: error GS007 line 10 column 33: twin()

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignReturningGenerated extends FloatNetwork {
  ForeignReturningGeneratedImpl twin();
}
