// expect: error GS061 line 6 column 18: scaled-input.onnx cannot become a network: it scales values that no dense layer next to them can take in; scale them where the input comes from, or train the network in Java instead.
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "scaled-input.onnx")
public interface ModelScalesBeforeTanh extends FloatPredictor {}
