// expect: error GS046 line 6 column 18: The file nowhere.onnx was not found
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "nowhere.onnx")
public interface ModelMissing extends FloatPredictor {}
