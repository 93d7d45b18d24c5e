// expect: error GS061 line 6 column 18: two-outputs.onnx cannot become a network: it has no output "t3", but "t1", "t2"; write one of these as output.
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "two-outputs.onnx", output = "t3")
public interface ModelOutputUnknown extends FloatPredictor {}
