package demo.nets;

import static io.github.gradsmith.Activation.TANH;

import io.github.gradsmith.Network;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface InPackage extends io.github.gradsmith.FloatNetwork {
  @Override
  demo.nets.InPackageImpl replica();
}
