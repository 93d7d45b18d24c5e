// expect: error GS011 line 9 column 8: The processor generates MemberNamedAsGeneratedImpl for MemberNamedAsGenerated

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface MemberNamedAsGenerated extends FloatNetwork {
  class MemberNamedAsGeneratedImpl {}
}
