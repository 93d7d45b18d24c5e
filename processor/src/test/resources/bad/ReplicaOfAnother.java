// expect: error GS009 line 11 column 11: ReplicaOfAnother.replica() returns Another, but a replica is another ReplicaOfAnotherImpl

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ReplicaOfAnother extends FloatNetwork {
  @Override
  Another replica();
}

interface Another extends FloatNetwork {}
