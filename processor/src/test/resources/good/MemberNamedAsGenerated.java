package fixtures.named;

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;

/** Types of an interface that are called as what is generated for it. */
@Network(layers = {2, 3, 1}, activation = TANH)
public interface MemberNamedAsGenerated extends FloatNetwork {
  @Override
  MemberNamedAsGenerated replica();

  class MemberNamedAsGeneratedImpl {}

  interface MemberNamedAsGeneratedVector {}
}
