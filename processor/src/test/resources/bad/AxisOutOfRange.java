// expect: error GS089 line 14 (ecj 12) column 39: axis of ONE is -2, but it must be 0 or above, or -1 for the last.
// expect: error GS089 line 15 (ecj 12) column 39: axis of TWO is 2, but it must be from 0 to 1 or -1, as it reads {4, 6} of IN.
// expect: error GS089 line 17 (ecj 12) column 46: axis of THREE is 1, but it must be 0, as it reads {24} of FLAT.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface AxisOutOfRange extends FloatNetwork {
  enum Layer {
    @Input({4, 6}) IN,
    @Slice(begin = 0, end = 2, axis = -2) ONE,
    @Slice(begin = 0, end = 2, axis = 2, from = "IN") TWO,
    @Flatten(from = "IN") FLAT,
    @Concat(value = {"FLAT", "FLAT"}, axis = 1) THREE,
    @Add({"ONE", "TWO", "THREE"}) OUT
  }
}
