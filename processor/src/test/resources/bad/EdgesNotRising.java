// expect: error GS138 line 12 (ecj 14) column 28: an edge of @Binned at House.age is 3, but it must be finite, and above the edge before it.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {3, 1}, activation = IDENTITY)
public interface EdgesNotRising extends FloatNetwork {
  record House(@Binned({5, 3}) double age) {}

  float[] price(House house);
}
