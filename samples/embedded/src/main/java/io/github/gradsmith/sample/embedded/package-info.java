/**
 * Serves a model that PyTorch trained and exported, in an application that has no training library,
 * no native code and no model file: javac made {@code DigitNetImpl} of {@code digits.onnx}.
 *
 * <p>{@link io.github.gradsmith.sample.embedded.DigitNet} is the model, {@link
 * io.github.gradsmith.sample.embedded.LiveNetwork} holds the weights that are in use and takes new
 * ones while requests run, {@link io.github.gradsmith.sample.embedded.DigitServer} is the request
 * path. {@link io.github.gradsmith.sample.embedded.Figures} prints what all this costs.
 *
 * <pre>
 * mvn -q -Pimage -pl samples/embedded -am -DskipTests package
 * samples/embedded/target/maven-jlink/classifiers/image/bin/digits 8080
 * curl --data-binary @digit.bin http://127.0.0.1:8080/digits
 * curl --data-binary @digits.safetensors http://127.0.0.1:8080/weights
 * </pre>
 */
package io.github.gradsmith.sample.embedded;
