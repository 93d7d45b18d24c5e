// options: -Agradsmith.weightsDir=../runtime/core/src/test/resources/cases/npz

import io.github.gradsmith.*;

/** Weights as NumPy writes them to a pipe, under Python 2 and with quotes of its other kind. */
public interface WeightsOfNumPy {
  @Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "06-pipe.npz")
  interface Piped extends FloatNetwork {}

  @Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "07-pipe-compressed.npz")
  interface PipedAndDeflated extends DoubleNetwork {}

  @Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "26-python2-L.npz")
  interface OfPython2 extends FloatPredictor {}

  @Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "28-double-quotes-python.npz")
  interface DoubleQuoted extends FloatNetwork {}
}
