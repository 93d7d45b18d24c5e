// expect: error GS088 line 13 (ecj 10) column 20: @Concat of ALL takes values whose sizes are equal but along axis 0, but it reads {2, 3} of IN and {2, 5} of EACH. Write another axis, or bring the other sizes to one.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ConcatOfOtherShapes extends FloatNetwork {
  enum Layer {
    @Input({2, 3}) IN,
    @Dense(units = 5) EACH,
    @Concat({"IN", "EACH"}) ALL
  }
}
