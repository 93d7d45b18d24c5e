// expect: error GS088 line 12 (ecj 10) column 5: @Transpose of TURNED takes {rows, columns}, but it reads {4} of IN. Let it read a value of two sizes.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface TransposeOfRow extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Transpose TURNED,
    @Dense(units = 2) OUT
  }
}
