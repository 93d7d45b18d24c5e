// expect: error GS089 line 15 (ecj 13) column 20: begin of ONE is -1, but it must be 0 or above.
// expect: error GS089 line 16 (ecj 13) column 29: end of TWO is 2, but it must be above begin, which is 2.
// expect: error GS089 line 17 (ecj 13) column 29: end of THREE is 5, but it must be at most 4, the size of {4, 6} of IN along axis 0.
// expect: error GS089 line 18 (ecj 13) column 29: end of FOUR is 7, but it must be at most 6, the size of {4, 6} of IN along axis 1.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface SliceOutOfRange extends FloatNetwork {
  enum Layer {
    @Input({4, 6}) IN,
    @Slice(begin = -1, end = 2) ONE,
    @Slice(begin = 2, end = 2, from = "IN") TWO,
    @Slice(begin = 0, end = 5, from = "IN") THREE,
    @Slice(begin = 0, end = 7, axis = -1, from = "IN") FOUR,
    @Concat({"ONE", "TWO", "THREE", "FOUR"}) OUT
  }
}
