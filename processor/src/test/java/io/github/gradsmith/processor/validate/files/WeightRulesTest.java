package io.github.gradsmith.processor.validate.files;

import static io.github.gradsmith.processor.model.NetworkInterface.DOUBLE_NETWORK;
import static io.github.gradsmith.processor.validate.Declared.sigmoids;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.rule.Rule;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of weight files and the names in them, for a network {2, 3, 1}. */
public class WeightRulesTest {
  private static final Rule RULE = new WeightsFit();

  public static byte[] safetensors(Map<String, String> metadata, Tensor... tensors) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Safetensors(metadata, List.of(tensors)).write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** A file of such a header, quotes written as apostrophes, and so many bytes of 0. */
  static byte[] raw(String header, int bytes) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  /** A tensor that holds 1, 2, 3, …, in float. */
  static Tensor tensor(String name, int... shape) {
    int size = IntStream.of(shape).reduce(1, (a, b) -> a * b);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i + 1;
    }
    return Tensor.of(name, values, shape);
  }

  public static Tensor[] layers(String first, String second, Tensor... further) {
    List<Tensor> all = new ArrayList<>();
    all.add(tensor(first + ".weight", 3, 2));
    all.add(tensor(first + ".bias", 3));
    all.add(tensor(second + ".weight", 1, 3));
    all.add(tensor(second + ".bias", 1));
    all.addAll(List.of(further));
    return all.toArray(Tensor[]::new);
  }

  private static Declared holding(Tensor... tensors) {
    return sigmoids(2, 3, 1).weights("net.safetensors", safetensors(Map.of(), tensors));
  }

  @Test
  void theTensorsOfItsLayersFit() throws IOException {
    assertFaults(RULE, sigmoids(2, 3, 1));
    assertFaults(RULE, holding(layers("layer2", "layer3")));
    assertFaults(RULE, holding(layers("layer2", "layer3", tensor("optimizer.step", 1))));
    assertFaults(RULE, holding(layers("0", "2")).names("0", "2"));
    ByteArrayOutputStream npz = new ByteArrayOutputStream();
    new Npz(List.of(layers("layer2", "layer3"))).write(npz);
    assertFaults(RULE, sigmoids(2, 3, 1).weights("net.NPZ", npz.toByteArray()));
  }

  @Test
  void filesAreThereAndOfAKnownKind() {
    assertFaults(
        RULE, sigmoids(2, 1).weights("a.npz", null), "GS046 weights | file a.npz | /here, /there");
    byte[] pickle = {(byte) 0x80, 2, '}', 'q', 0, '.'};
    assertFaults(RULE, sigmoids(2, 1).weights("a.pt", null), "GS047 weights | \"a.pt\" | .npz.");
    assertFaults(
        RULE,
        sigmoids(2, 1).weights("a.pt", pickle),
        "GS047 weights | .npz. It is a Python pickle");
    assertFaults(
        RULE, sigmoids(2, 1).weights("a.npz", pickle), "GS048 weights | a.npz cannot be read: ");
    assertFaults(
        RULE,
        sigmoids(2, 1).weights("a.safetensors", new byte[3]),
        "GS048 weights | a.safetensors");
  }

  @Test
  void theyAreNotComparedWithLayersThatAreWrong() {
    byte[] none = safetensors(Map.of());
    assertFaults(RULE, sigmoids(2, 0).weights("a.safetensors", none));
    assertFaults(RULE, sigmoids(2).weights("a.safetensors", none));
    assertFaults(RULE, sigmoids(70000, 70000).weights("a.safetensors", none));
    assertFaults(RULE, sigmoids(2, 3, 1).names("one").weights("a.safetensors", none));
    assertFaults(RULE, sigmoids(2, 3, 1).model(null).weights("a.pt", none));
  }

  @Test
  void metadataSayTheSameLayers() {
    Declared net = sigmoids(2, 3, 1);
    byte[] same = safetensors(Map.of("layers", "2,3,1"), layers("layer2", "layer3"));
    assertFaults(RULE, net.weights("a.safetensors", same));
    byte[] other = safetensors(Map.of("layers", "2,4,1"), layers("layer2", "layer3"));
    assertFaults(
        RULE,
        net.weights("a.safetensors", other),
        "GS049 weights | a.safetensors | layers is 2,4,1 there, but 2,3,1 here");
  }

  @Test
  void missingTensorsAreNamed() {
    assertFaults(
        RULE,
        holding(),
        "GS052 weights | no tensor layer2.weight for layer 2, it has none at all. Write the",
        "GS052 weights | no tensor layer2.bias",
        "GS052 weights | no tensor layer3.weight",
        "GS052 weights | no tensor layer3.bias for layer 3");
    assertFaults(
        RULE,
        holding(layers("fc1", "fc2")),
        "GS052 weights | it has fc1.weight, fc1.bias, fc2.weight, fc2.bias. Write names = {\"fc1\","
            + " \"fc2\"} if these are the layers.",
        "GS052 weights | layer2.bias",
        "GS052 weights | layer3.weight",
        "GS052 weights | layer3.bias");
    assertFaults(
        RULE,
        holding(layers("layer2", "fc2")).names("layer2", "fc3"),
        "GS052 names[1] | no tensor fc3.weight | Did you mean fc2.weight?",
        "GS052 names[1] | no tensor fc3.bias | Did you mean fc2.bias?");
  }

  /** What is near in spelling, and the tensor of another layer, was not meant. */
  @Test
  void aTensorThatAnotherLayerTakesIsNotSuggested() {
    assertFaults(
        RULE,
        holding(layers("fc1", "gate")).names("fc1", "fc2"),
        "GS052 names[1] | no tensor fc2.weight | Write the prefixes of the layers' tensors as names",
        "GS052 names[1] | no tensor fc2.bias | Write the prefixes of the layers' tensors as names");
  }

  @Test
  void shapesAreThoseOfTheLayers() {
    Tensor[] tensors = layers("layer2", "layer3");
    tensors[0] = tensor("layer2.weight", 2, 3);
    assertFaults(
        RULE,
        holding(tensors),
        "GS053 weights | Tensor layer2.weight of net.safetensors has shape [2, 3], but layer 2, 2 →"
            + " 3, needs [3, 2]. Transposed?");
    tensors[0] = tensor("layer2.weight", 2, 2);
    tensors[1] = tensor("layer2.bias", 1, 3);
    assertFaults(
        RULE,
        holding(tensors),
        "GS053 weights | has shape [2, 2] | needs [3, 2].",
        "GS053 weights | layer2.bias | has shape [1, 3] | needs [3].");
  }

  @Test
  void biasesAreThere() {
    Tensor[] all = layers("layer2", "layer3");
    assertFaults(
        RULE,
        holding(all[0], all[2], all[3]),
        "GS063 weights | holds no bias for layer 2, it has layer2.weight, layer3.weight,"
            + " layer3.bias | into the file, layer2.bias [3], or");
    assertFaults(
        RULE,
        holding(tensor("a.weight", 3, 2), tensor("b.weight", 1, 3)).names("a", "b"),
        "GS063 names[0] | holds no bias for layers 2, 3, | a.bias [3], b.bias [1]");
  }

  @Test
  void otherTensorsAreNamed() {
    assertFaults(
        RULE,
        holding(layers("layer2", "layer3", tensor("layer4.weight", 1))),
        "GS055 weights | holds the tensor layer4.weight, which no layer takes: the layers take"
            + " layer2.weight, layer2.bias, layer3.weight, layer3.bias.");
    Tensor[] many = IntStream.range(0, 21).mapToObj(i -> tensor("t" + i, 1)).toArray(Tensor[]::new);
    Declared net = holding(layers("layer2", "layer3", many));
    assertThat(RULE.faults(net.build())).hasSize(20);
  }

  @Test
  void whatOtherTensorsHoldIsSaid() {
    String header =
        "{'layer2.weight':{'dtype':'F32','shape':[1,1],'data_offsets':[0,4]},"
            + "'layer2.bias':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},"
            + "'epoch':{'dtype':'I64','shape':[1],'data_offsets':[8,16]}}";
    assertFaults(
        RULE,
        sigmoids(1, 1).weights("a.safetensors", raw(header, 16)),
        "GS055 weights | the tensor epoch, which no layer takes (it is of type I64): the layers");
  }

  /** A layer without weights misses them, rather than its bias. */
  @Test
  void aLayerThatIsNotThereMissesBoth() {
    assertFaults(
        RULE,
        holding(tensor("layer2.weight", 3, 2)),
        "GS052 weights | no tensor layer3.weight",
        "GS052 weights | no tensor layer3.bias",
        "GS063 weights | holds no bias for layer 2, it has layer2.weight.");
  }

  /** Of up to 200 tensors the names of the layers are guessed. */
  @ParameterizedTest
  @CsvSource({"196, true", "197, false"})
  void namesAreGuessedInFilesOfSomeTensors(int further, boolean guessed) {
    Tensor[] more =
        IntStream.range(0, further).mapToObj(i -> tensor("t" + i, 1)).toArray(Tensor[]::new);
    String advice = guessed ? "Write names = {\"fc1\", \"fc2\"}" : "Write the prefixes";
    assertFaults(
        RULE,
        holding(layers("fc1", "fc2", more)),
        "GS052 weights | layer2.weight | " + advice,
        "GS052 weights | layer2.bias | " + advice,
        "GS052 weights | layer3.weight | " + advice,
        "GS052 weights | layer3.bias | " + advice);
  }

  @Test
  void asManyLayersAreGuessedAsThereAre() {
    assertFaults(
        RULE,
        holding(layers("fc1", "fc2", tensor("fc3.weight", 1, 1))),
        "GS052 weights | Write the prefixes",
        "GS052 weights | Write the prefixes",
        "GS052 weights | Write the prefixes",
        "GS052 weights | Write the prefixes");
  }

  @Test
  void numbersAreFinite() {
    Tensor[] tensors = layers("layer2", "layer3");
    tensors[2] = Tensor.of("layer3.weight", new double[] {1, 1e300, Double.NaN}, 1, 3);
    assertFaults(
        RULE,
        holding(tensors),
        "GS054 weights | Tensor layer3.weight of net.safetensors holds 1.0E300 at [0, 1] | finite"
            + " numbers in the range of float.");
    assertFaults(
        RULE,
        holding(tensors).extending(DOUBLE_NETWORK),
        "GS054 weights | holds NaN at [0, 2], but weights must be finite numbers.");
    tensors[2] = tensor("layer3.weight", 1, 3);
    tensors[1] = Tensor.of("layer2.bias", new float[] {1, 2, Float.NEGATIVE_INFINITY}, 3);
    assertFaults(RULE, holding(tensors), "GS054 weights | holds -Infinity at [2]");
  }

  @Test
  void namesStandBesideWeights() {
    Rule rule = new NamesOfWeights();
    assertFaults(rule, sigmoids(2, 3, 1));
    assertFaults(rule, sigmoids(2, 3, 1).names("a"), "GS051 names");
    assertFaults(rule, sigmoids(2, 3, 1).names("a").model(null));
    assertFaults(rule, holding().names("a", "b"));
    assertFaults(
        rule,
        holding().names("a"),
        "GS050 names | names has 1 entry, but 2 layers after | names = {\"fc1\", \"fc2\"}");
    assertFaults(
        rule,
        holding().layers(2, 1).names("a", "b"),
        "GS050 names | names has 2 entries, but 1 layer after | {\"fc1\"}");
    assertFaults(rule, holding().layers(2).names("a", "b"));
  }
}
