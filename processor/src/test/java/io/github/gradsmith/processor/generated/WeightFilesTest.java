package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Safetensors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving and loading parameters of generated networks. */
class WeightFilesTest {
  private static CompiledNetworks networks;

  @TempDir Path folder;

  @BeforeAll
  static void compile() {
    String attributes = "layers = {3, 4, 2}, activation = TANH";
    String columns = "layers = {3, 70, 2}, activation = TANH";
    networks =
        CompiledNetworks.builder()
            .add("Single", "FloatNetwork", attributes)
            .add("SinglePredictor", "FloatPredictor", attributes)
            .add("Twofold", "DoubleNetwork", attributes)
            .add("SingleColumns", "FloatNetwork", columns)
            .add("TwofoldColumns", "DoubleNetwork", columns)
            .add("Wider", "DoubleNetwork", "layers = {3, 5, 2}, activation = TANH")
            .add("Other", "DoubleNetwork", "layers = {3, 4, 2}, activation = SIGMOID")
            .compile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Columns"})
  void aFileGivesTheSameBitsBack(String layout) throws IOException {
    FloatNetwork saved = networks.floats("Single" + layout, 1);
    DoubleNetwork savedDoubles = networks.doubles("Twofold" + layout, 1);
    saved.save(folder.resolve("floats"));
    savedDoubles.save(folder.resolve("doubles"));

    FloatNetwork loaded = networks.floats("Single" + layout, 2);
    loaded.load(folder.resolve("floats"));
    DoubleNetwork loadedDoubles = networks.doubles("Twofold" + layout, 2);
    loadedDoubles.load(folder.resolve("doubles"));

    assertThat(parameters(loaded)).isEqualTo(parameters(saved));
    assertThat(parameters(loadedDoubles)).isEqualTo(parameters(savedDoubles));
  }

  @Test
  void aStreamHoldsWhatAFileHolds() throws IOException {
    DoubleNetwork saved = networks.doubles("Twofold", 1);
    saved.save(folder.resolve("file"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    saved.save(out);
    assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(folder.resolve("file")));

    DoubleNetwork loaded = networks.doubles("Twofold", 2);
    loaded.load(new ByteArrayInputStream(out.toByteArray()));
    assertThat(parameters(loaded)).isEqualTo(parameters(saved));
  }

  @Test
  void eitherPrecisionLoadsTheOther() throws IOException {
    FloatNetwork floats = networks.floats("Single", 1);
    DoubleNetwork doubles = networks.doubles("Twofold", 2);
    floats.save(folder.resolve("floats"));
    doubles.save(folder.resolve("doubles"));
    double[] before = parameters(doubles);

    doubles.load(folder.resolve("floats"));
    assertThat(parameters(doubles)).isEqualTo(parameters(floats));

    floats.load(folder.resolve("doubles"));
    assertThat(parameters(floats))
        .isEqualTo(Arrays.stream(before).map(value -> (float) value).toArray());
  }

  @Test
  void tensorsAreNamedForTheirLayers() throws IOException {
    FloatNetwork network = networks.floats("Single", 1);
    network.save(folder.resolve("file"));

    Safetensors file = Safetensors.read(folder.resolve("file"));

    assertThat(file.tensors().keySet())
        .containsExactly("layer2.weight", "layer2.bias", "layer3.weight", "layer3.bias");
    assertThat(file.tensor("layer2.weight").shape()).containsExactly(4, 3);
    assertThat(file.tensor("layer3.bias").shape()).containsExactly(2);
    assertThat(file.tensor("layer2.weight").dataType()).isEqualTo(DataType.F32);
    assertThat(file.tensor("layer3.weight").toDoubles())
        .isEqualTo(Arrays.copyOfRange(parameters(network), 16, 24));
    assertThat(file.metadata())
        .containsEntry("layers", "3,4,2")
        .containsEntry("activations", "TANH,TANH")
        .containsEntry("loss", "HALF_SQUARED_ERROR");
  }

  @Test
  void aPredictorLoadsWhatTrainingSaved() throws IOException {
    FloatNetwork network = networks.floats("Single", 1);
    network.train(new float[] {1, 2, 3}, new float[] {0, 1}, 0.5f);
    network.saveTraining(folder.resolve("training"));
    FloatPredictor predictor = networks.create("SinglePredictor", 2, FloatPredictor.class);
    FloatNetwork resumed = networks.floats("Single", 2);

    predictor.load(folder.resolve("training"));
    resumed.load(folder.resolve("training"));

    assertThat(predictor.forward(new float[] {3, 2, 1}))
        .isEqualTo(network.forward(new float[] {3, 2, 1}));
    assertThat(parameters(resumed)).isEqualTo(parameters(network));
  }

  @Test
  void theConstructorLoadsAFile() throws Exception {
    DoubleNetwork saved = networks.doubles("Twofold", 1);
    saved.save(folder.resolve("file"));
    Class<?> type = networks.loader().loadClass("demo.TwofoldImpl");

    Object loaded = type.getConstructor(Path.class).newInstance(folder.resolve("file"));

    assertThat(parameters((DoubleNetwork) loaded)).isEqualTo(parameters(saved));
    assertThatThrownBy(() -> type.getConstructor(Path.class).newInstance(folder.resolve("none")))
        .isInstanceOf(InvocationTargetException.class)
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileOfAnotherNetworkIsRefusedAndChangesNothing() throws IOException {
    networks.doubles("Wider", 1).save(folder.resolve("wider"));
    networks.doubles("Other", 1).save(folder.resolve("other"));
    networks.doubles("Twofold", 1).save(folder.resolve("right"));
    byte[] right = Files.readAllBytes(folder.resolve("right"));
    Files.write(folder.resolve("cut"), Arrays.copyOf(right, right.length - 1));
    DoubleNetwork doubles = networks.doubles("Twofold", 2);
    FloatNetwork floats = networks.floats("Single", 2);
    double[] before = parameters(doubles);
    double[] floatsBefore = parameters(floats);

    for (String name : new String[] {"wider", "other", "cut"}) {
      Path file = folder.resolve(name);
      assertThatThrownBy(() -> doubles.load(file))
          .isInstanceOf(WeightsException.class)
          .hasMessageContaining(file.toString());
      assertThatThrownBy(() -> floats.load(file)).isInstanceOf(WeightsException.class);
      byte[] bytes = Files.readAllBytes(file);
      assertThatThrownBy(() -> doubles.load(new ByteArrayInputStream(bytes)))
          .isInstanceOf(WeightsException.class);
    }

    assertThat(parameters(doubles)).isEqualTo(before);
    assertThat(parameters(floats)).isEqualTo(floatsBefore);
  }

  @Test
  void aLoadReachesReplicas() throws IOException {
    DoubleNetwork saved = networks.doubles("Twofold", 1);
    saved.save(folder.resolve("file"));
    DoubleNetwork network = networks.doubles("Twofold", 2);
    DoubleNetwork replica = network.replica();

    network.load(folder.resolve("file"));

    assertThat(parameters(replica)).isEqualTo(parameters(saved));
  }

  private static double[] parameters(FloatNetwork network) {
    return AnyNetwork.of(network).parameters();
  }

  private static double[] parameters(DoubleNetwork network) {
    return AnyNetwork.of(network).parameters();
  }
}
