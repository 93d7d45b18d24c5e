// expect: note GS111 line 6 column 18: label.onnx ends in the place of its largest output, node 2, ArgMax "n2", which is left out: classify gives it, and forward the outputs before it.
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "label.onnx")
public interface ModelEndsInLabel extends FloatPredictor {}
