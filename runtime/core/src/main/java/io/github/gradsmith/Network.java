package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the processor for an implementation of the annotated interface: one fixed network.
 *
 * <pre>{@code
 * @Network(layers = {784, 30, 10}, activation = SIGMOID)
 * public interface DigitNet extends FloatNetwork {
 *   static DigitNet create(long seed) {
 *     return new DigitNetImpl(seed);
 *   }
 * }
 * }</pre>
 *
 * <p>The interface extends {@link FloatNetwork} or {@link DoubleNetwork}, or {@link FloatPredictor}
 * or {@link DoublePredictor} for a network that predicts and has no code for training. The class
 * beside it bears its name and {@code Impl}; a nested {@code Outer.Inner} gives {@code
 * Outer_InnerImpl}. Its constructors take a seed (the same seed, the same weights) or the path of a
 * weight file.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
  /**
   * Neurons per layer, input first, at least two layers of at least one neuron: a chain of dense
   * layers. Left out beside {@link #model()}, which gives them, and where an enum in the interface
   * has layers as its constants, annotated as {@link io.github.gradsmith.layer} has them.
   */
  int[] layers() default {};

  /**
   * One activation for every layer after the input, or exactly one per such layer: {@code {RELU,
   * RELU, SOFTMAX}}. Either this or {@link #formula()} is given, or a {@link #model()}; layers of
   * an enum have attributes of their own.
   */
  Activation[] activation() default {};

  /**
   * Instead of {@link #activation()}, one or one per layer likewise: the output of a neuron as a
   * formula in its weighted sum {@code z}, such as {@code "z / (1 + exp(-z))"}, whose derivative is
   * derived. {@code "softmax(z)"} or {@code "logsoftmax(z)"} alone may stand for the last layer.
   *
   * <p>A formula has {@code + - * / ^}, parentheses, numbers, {@code pi}, the functions {@code exp
   * expm1 log log1p sqrt sin cos atan sinh cosh tanh sigmoid softplus erf abs sign max min} and
   * {@code where(z > 0, x, y)} with {@code > >= < <=}. Derivatives at kinks: |x| 0, max and min at
   * a tie half of each, {@code where} that of the branch taken.
   *
   * <p>A formula has at most 2000 characters, 200 numbers, names and parentheses, and 30 levels of
   * nesting.
   *
   * <p>While compiling, formulas are tried out for z from −80 to 80: where one has no finite value
   * or derivative, or jumps, a warning names the point. {@link Topology} and weight files name a
   * formula in one canonical spelling, so that spaces make no other network: {@code "2*z/4"} is
   * {@code "1/2 * z"}.
   */
  String[] formula() default {};

  /** The loss that training minimises. */
  Loss loss() default Loss.HALF_SQUARED_ERROR;

  /**
   * Instead of {@link #loss()}: one output's term as a formula in the output {@code a} and the
   * target {@code t}, such as {@code "log(cosh(a - t))"}. The loss is the sum over all outputs.
   */
  String lossFormula() default "";

  /**
   * How the weights of a new network are drawn, but of layers of an enum that say it themselves.
   */
  Initializer initializer() default Initializer.AUTO;

  /**
   * Whether kernels on the Vector API are generated beside the plain ones, in a package-private
   * class {@code DigitNetSimd}. That takes {@code --add-modules jdk.incubator.vector} for javac and
   * for java; in a named module {@code requires static jdk.incubator.vector} instead of the first.
   * {@link Topology#kernels()} says which run. Their results differ in the last bits from those of
   * plain kernels, and from one machine to another. A JVM that is started with {@code
   * -Dgradsmith.simd=off} runs plain kernels, to compare.
   */
  Simd simd() default Simd.AUTO;

  /**
   * A weight file that is checked while compiling and becomes part of the generated class, which
   * then has a constructor without arguments and needs no file at run time: {@code weights =
   * "digits.safetensors"}, or a {@code .npz} file of NumPy.
   *
   * <p>It is sought beside the source, in the class output (where build tools put resources; in the
   * package's folder first), and under the folder that {@code -Agradsmith.weightsDir} names, in
   * this order. Every tensor must have the shape that its layer asks for, {@code [out, in]} and
   * {@code [out]}, and hold finite numbers only; whatever does not fit is an error at this value.
   *
   * <p>Up to 4 MB of parameters travel inside class files, as text of their constant pool, and need
   * no access to resources. More of them are written as a class-path resource beside the class,
   * {@code DigitNet.weights}, with a checksum and a hash of the topology.
   */
  String weights() default "";

  /**
   * What the names of a layer's tensors in {@link #weights()} begin with, one for each layer after
   * the input, of an enum for each that has parameters or statistics: {@code {"fc1", "fc2"}} for
   * {@code fc1.weight}, {@code fc1.bias} and so on, as a PyTorch {@code state_dict} has them. Left
   * out, they are {@code layer2}, {@code layer3} and so on, as {@link
   * FloatPredictor#save(java.nio.file.Path)} writes them.
   */
  String[] names() default {};

  /**
   * An ONNX model that layers, activations and weights are taken from while compiling: {@code model
   * = "digits.onnx"}. The generated class is the one that {@link #layers()}, {@link #activation()}
   * or {@link #formula()} and {@link #weights()} with the same content would give, which are then
   * left out: it has a constructor without arguments, and trains on if the interface does. The file
   * is sought where weights are.
   *
   * <p>Of operator sets 6 to 25 it takes {@code Gemm} and {@code MatMul} with constant weights;
   * element-wise operators, which become the activation that has their values, however they are
   * decomposed, or a formula; {@code Softmax} or {@code LogSoftmax} last. Values may be read many
   * times, and be joined and cut by {@code Add}, {@code Sub}, {@code Mul}, {@code Div}, {@code
   * Concat}, {@code Slice}, {@code Split} and {@code Transpose}; {@code LayerNormalization} and
   * {@code Gather} from a table are layers, too. {@code BatchNormalization} and other factors and
   * terms for each number go into the dense layer before or after them. {@code Flatten} and {@code
   * Reshape} that keep samples apart, {@code Dropout}, {@code Identity}, {@code Cast} and a last
   * {@code ArgMax} go. Tensors may be raw or typed, in half, single or double precision, the batch
   * dimension free or fixed. Anything else is an error that names node and operator.
   *
   * <p>Dense layers one after another become a chain, as {@link #layers()} makes it. Layers of any
   * other graph are called as the model calls their weights, {@code encoder_hidden} for {@code
   * encoder.hidden.weight}, or {@code layer2} and so on where that is no name.
   *
   * <p>Numbers that the model keeps as floats, such as {@code alpha} of {@code LeakyRelu}, are read
   * as the shortest decimals that round to them: 0.01, not 0.009999999776.
   */
  String model() default "";

  /**
   * The output of the {@link #model()} that the network gives, by its name there: {@code output =
   * "probabilities"}. Only what it depends on is read. A model with one output needs none.
   */
  String output() default "";

  /**
   * Test vectors of the {@link #weights()} or the {@link #model()}: a safetensors file with the
   * tensors {@code x} [n, in] and {@code y} [n, out], inputs and what should come out, sought where
   * weights are. They are compiled in, up to a million numbers, and {@code selfTest()} of the
   * generated class runs them: it returns the largest deviation, relative where an output is beyond
   * ±1, and throws {@link IllegalStateException} beyond 1e-5, or 1e-10 for a network in double with
   * vectors in double. With {@code -Agradsmith.verify=true} the processor computes them from the
   * formulas while compiling, and a deviation beyond that is an error.
   */
  String vectors() default "";
}
