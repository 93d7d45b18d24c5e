package io.github.gradsmith.sample.embedded;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Network;

/** Layers, activations and weights as PyTorch exported them: 784-30-10 with sigmoids. */
@Network(model = "digits.onnx", vectors = "digits.vectors.safetensors")
public interface DigitNet extends FloatPredictor {}
