// expect: warning GS141 line 13 column 5: @AsIs has no effect on Holder.x: it belongs to a component of a record.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface MarkOnField extends FloatNetwork {
  class Holder {
    @AsIs double x;
  }
}
