// expect: error GS060 line 6 column 18: pointer.onnx is no ONNX model that can be read: it is a Git LFS pointer: the file itself was not fetched; run git lfs pull.
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import io.github.gradsmith.*;

@Network(model = "pointer.onnx")
public interface ModelIsPointer extends FloatPredictor {}
