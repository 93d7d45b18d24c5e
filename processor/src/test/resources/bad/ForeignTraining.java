// expect: error GS007 line 10 column 8: it is not a method of DoublePredictor

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignTraining extends DoublePredictor {
  void resetOptimizer();
}
