// expect: error GS073 line 9 column 18: model is written beside the enum Layer
// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(model = "good.onnx")
public interface EnumBesideModel extends FloatPredictor {
  enum Layer {
    @Input(2) IN,
    @Dense(units = 1) OUT
  }
}
