// expect: error GS133 line 12 (ecj 14) column 38: @Cyclic and @MinMax both stand at House.azimuth, but a component is encoded in one way. Remove one.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {2, 1}, activation = IDENTITY)
public interface TwoEncodings extends FloatNetwork {
  record House(@Cyclic(period = 360) @MinMax double azimuth) {}

  float[] price(House house);
}
