// expect: error GS062 line 6 column 18: The weights of layer 2 in nan.onnx are not finite: [2, 0] is NaN
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "nan.onnx")
public interface ModelNotFinite extends FloatPredictor {}
