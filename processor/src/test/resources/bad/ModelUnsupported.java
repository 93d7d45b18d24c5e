// expect: error GS061 line 6 column 18: node 1, Conv "/features/conv1": this operator is not supported; supported are Abs, Add
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "conv.onnx")
public interface ModelUnsupported extends FloatPredictor {}
