// expect: error GS059 line 8 column 19: layers is written beside model, but good.onnx gives layers, activations and weights. Remove layers, or model.
// expect: error GS059 line 8 column 50: activation is written beside model
// expect: error GS059 line 8 column 86: names is written beside model
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(layers = {2, 1}, activation = Activation.TANH, model = "good.onnx", names = "fc1")
public interface ModelBesideLayers extends FloatPredictor {}
