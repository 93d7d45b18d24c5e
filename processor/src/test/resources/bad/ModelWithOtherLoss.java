// expect: error GS019 line 6 column 42: which has IDENTITY. Export the model with Softmax there
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "good.onnx", loss = Loss.CROSS_ENTROPY)
public interface ModelWithOtherLoss extends FloatNetwork {}
