// expect: error GS138 line 12 (ecj 14) column 33: period of @Cyclic at House.azimuth is 0, but it must be finite and above 0, such as 360.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {2, 1}, activation = IDENTITY)
public interface PeriodOutOfRange extends FloatNetwork {
  record House(@Cyclic(period = 0) double azimuth) {}

  float[] price(House house);
}
