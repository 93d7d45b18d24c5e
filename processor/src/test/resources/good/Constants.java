import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(
    layers = {Constants.IN, Constants.IN * 2 - 'a' + 96, (byte) 3, 'b'},
    activation = {RELU, Activation.TANH, SOFTMAX},
    loss = Loss.CROSS_ENTROPY,
    initializer = Initializer.HE_NORMAL)
public interface Constants extends FloatNetwork {
  int IN = 4;
}
