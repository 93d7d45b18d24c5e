// expect: error GS090 line 12 (ecj 10) column 5: @Concat of WIDE has more than

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ConcatTooLarge extends FloatNetwork {
  enum Layer {
    @Input({32768, 32768}) IN,
    @Concat({"IN", "IN"}) WIDE,
    @Dense(units = 1) OUT
  }
}
