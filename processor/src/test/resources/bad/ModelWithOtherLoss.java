// expect: error GS033 line 6 column 42: it has IDENTITY. Export the model with Sigmoid there
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "good.onnx", loss = Loss.BINARY_CROSS_ENTROPY)
public interface ModelWithOtherLoss extends FloatNetwork {}
