// expect: error GS087 line 13 (ecj 10) column 10: @Add of SUM reads HIDDEN alone, but it joins two values or more. Write for example @Add({"HIDDEN", "HIDDEN"}).

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface AddOfOne extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4) HIDDEN,
    @Add("HIDDEN") SUM
  }
}
