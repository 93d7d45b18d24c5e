// expect: error GS035 line 8 column 1: @RmsProp stands on OptimizerOfPredictor, which extends DoublePredictor and only predicts. Remove @RmsProp, or extend DoubleNetwork to train.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@RmsProp
@Network(layers = {4, 3, 2}, activation = TANH)
public interface OptimizerOfPredictor extends DoublePredictor {}
