// options: --add-modules jdk.incubator.vector
// expect: error GS011 line 12 column 10: The processor generates BothNamesTaken_NetImpl for Net
// expect: error GS011 line 12 column 10: The processor generates BothNamesTaken_NetSimd for Net

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

public class BothNamesTaken {
  @Network(layers = {2, 3, 1}, activation = TANH, simd = Simd.REQUIRED)
  public interface Net extends FloatNetwork {}
}

class BothNamesTaken_NetImpl {}

final class BothNamesTaken_NetSimd {
  private BothNamesTaken_NetSimd() {}
}
