// expect: error GS061 line 6 column 18: deep.onnx cannot become a network: it has 65 layers, the input counted; at most 64 are supported.
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "deep.onnx")
public interface ModelTooDeep extends FloatPredictor {}
