/**
 * Reads handwritten digits with a generated 784-30-10 network.
 *
 * <p>Notice how little of this is about the network: {@link
 * io.github.gradsmith.sample.mnist.DigitNet} is an annotation and a line, {@link
 * io.github.gradsmith.sample.mnist.Training} calls {@code train} and {@code classify}, and all the
 * rest reads files, prints and says what went wrong. There is no tensor, no graph and no session;
 * what the network does stands in {@code DigitNetImpl}, beside this package under {@code
 * target/generated-sources}.
 *
 * <p>Training is fastest with the Vector API, a module that a JVM has only if it is started with
 * it: {@link io.github.gradsmith.sample.mnist.VectorJvm} sees to that.
 *
 * <p>The images and labels are MNIST's, by Yann LeCun and Corinna Cortes, under CC BY-SA 3.0; see
 * {@code data/LICENSE.txt} among the resources.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -jar samples/mnist/target/mnist.jar train
 * java -jar samples/mnist/target/mnist.jar test
 * java -jar samples/mnist/target/mnist.jar show 42
 * </pre>
 */
package io.github.gradsmith.sample.mnist;
