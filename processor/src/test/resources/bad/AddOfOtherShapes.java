// expect: error GS088 line 14 (ecj 10) column 21: @Add of SUM takes values of one shape, but it reads {3} of A and {4} of IN. Bring them to it, for example by @Dense(units = 3).

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface AddOfOtherShapes extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 3) A,
    @Dense(units = 3) B,
    @Add({"A", "B", "IN"}) SUM
  }
}
