// expect: error GS036 line 8 column 1: @AdamW stands on a type without @Network

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@AdamW
public interface OptimizerWithoutNetwork extends FloatNetwork {}
