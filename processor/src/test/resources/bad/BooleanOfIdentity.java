// expect: error GS128 line 14 column 11: isSpam(Mail) returns boolean, but the last layer is IDENTITY, whose outputs are no probabilities. Write SIGMOID there, or return float.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface BooleanOfIdentity extends FloatNetwork {
  record Mail(@AsIs double words) {}

  boolean isSpam(Mail mail);
}
