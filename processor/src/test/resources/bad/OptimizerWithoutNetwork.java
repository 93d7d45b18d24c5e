// expect: error GS036 line 8 column 1: @AdamW is on a type without @Network, so it has no network to train. Add @Network to the type, or remove @AdamW.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@AdamW
public interface OptimizerWithoutNetwork extends FloatNetwork {}
