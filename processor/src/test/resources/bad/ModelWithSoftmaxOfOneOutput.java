// expect: error GS064 line 6 column 18: SOFTMAX over a single output is 1 whatever the input, so that nothing can be learnt. Export a model that has SIGMOID with BINARY_CROSS_ENTROPY, or two outputs.
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "single.onnx")
public interface ModelWithSoftmaxOfOneOutput extends FloatPredictor {}
