// expect: error GS060 line 6 column 18: truncated.onnx is no ONNX model that can be read: it is no protocol buffer of a model
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "truncated.onnx")
public interface ModelTruncated extends FloatPredictor {}
