// expect: error GS061 line 6 column 18: two-outputs.onnx cannot become a network: the graph has 2 outputs, "t1", "t2"; name the one that is wanted: output = "t1".
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "two-outputs.onnx")
public interface ModelOfTwoOutputs extends FloatPredictor {}
