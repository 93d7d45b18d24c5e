package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.internal.weights.WeightFile;
import io.github.gradsmith.npz.Npz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy and PyTorch wrote for a network of 2, 3 and 1 neurons. */
class CaseFilesTest {
  /** As NumPy reads them. */
  private static final float[] PIPED = {
    0.4731886386871338f, 0.5118215680122375f, 0.7551674842834473f, 0.9504636526107788f,
    0.03485250473022461f, 0.14415955543518066f, 0.8229436278343201f, 0.9486494064331055f,
    0.2492285966873169f, 0.31183141469955444f, 0.8690252304077148f, 0.42332643270492554f,
    0.2731693387031555f
  };

  private static final float[] OTHER = {
    -0.8019314408302307f, -1.3243589401245117f, -0.24836161732673645f, 0.4204452335834503f,
    1.1360465288162231f, 0.10970640182495117f, -0.5526472926139832f, -0.7847803831100464f,
    0.7487457990646362f, 1.6347830295562744f, 0.2727687656879425f, -1.2333287000656128f,
    -0.9582651853561401f
  };

  private final PlainFloatNetwork network = new PlainFloatNetwork(2, 3, 1);

  private static Path file(String name) {
    return Path.of("src/test/resources/cases").resolve(name);
  }

  private float[] parameters() {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  @ParameterizedTest
  @ValueSource(strings = {"06-pipe", "07-pipe-compressed"})
  void archivesFromAPipeLoad(String name) throws IOException {
    Npz.read(file("npz/" + name + ".npz")).loadInto(network);
    assertThat(parameters()).containsExactly(PIPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"26-python2-L", "28-double-quotes-python"})
  void otherSpellingsOfHeadersLoad(String name) throws IOException {
    Npz.read(file("npz/" + name + ".npz")).loadInto(network);
    assertThat(parameters()).containsExactly(OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "17-extra-int, unknown tensor epoch (it holds int64 numbers)",
    "22-structured, unknown tensor rec (it is a structured array)"
  })
  void otherArraysAreNamed(String name, String message) throws IOException {
    float[] before = parameters();
    Path path = file("npz/" + name + ".npz");
    Npz npz = Npz.read(path);
    assertThatThrownBy(() -> npz.loadInto(network))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            path + ": %s, expected [layer2.weight, layer2.bias, layer3.weight, layer3.bias]",
            message);
    assertThat(parameters()).containsExactly(before);
    assertThat(
            npz.tensors((metadata, arrays) -> Set.of("layer2.bias")).get("layer2.bias").toFloats())
        .containsExactly(OTHER[6], OTHER[7], OTHER[8]);
  }

  @Test
  void weightsWithoutBiasesAreToldSo() {
    refused(
        "14-no-bias",
        "it holds no bias for 2 layers, as nn.Linear(bias=False) leaves them out, but every layer"
            + " here adds one: tensor layer2.bias is missing, found [layer2.weight,"
            + " layer3.weight]. Write zeros: layer2.bias [3], layer3.bias [1]");
  }

  @Test
  void aPointerIsNotTheFile() {
    refused(
        "24-lfs",
        "not a safetensors file: it is a Git LFS pointer: the file itself was not fetched; run"
            + " git lfs pull");
  }

  private void refused(String name, String message) {
    Path path = file("safetensors/" + name + ".safetensors");
    assertThatThrownBy(() -> WeightFile.loadFloats(network.topology(), path))
        .isInstanceOf(WeightsException.class)
        .hasMessage(path + ": " + message);
  }
}
