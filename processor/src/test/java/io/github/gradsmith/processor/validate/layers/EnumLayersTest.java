package io.github.gradsmith.processor.validate.layers;

import static io.github.gradsmith.processor.model.LayerChoice.Type.CONCAT;
import static io.github.gradsmith.processor.model.LayerChoice.Type.DENSE;
import static io.github.gradsmith.processor.model.LayerChoice.Type.EMBEDDING;
import static io.github.gradsmith.processor.model.LayerChoice.Type.SLICE;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.model.Hyperparameter;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.Spot;
import io.github.gradsmith.processor.validate.Validation;
import io.github.gradsmith.processor.validate.files.WeightRulesTest;
import io.github.gradsmith.processor.validate.files.WeightsFit;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an enum of layers means, and files beside it. */
@Tag("fast")
class EnumLayersTest {
  static LayerAnnotation input(int... sizes) {
    return new LayerAnnotation(
        Optional.empty(),
        "@Input",
        Spot.at("@Input"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Arrays.stream(sizes).mapToObj(size -> number("value", size)).toList());
  }

  static LayerAnnotation layer(
      LayerChoice.Type type, List<String> reads, Hyperparameter... numbers) {
    return layer(type, Optional.empty(), reads, numbers);
  }

  static LayerAnnotation layer(
      LayerChoice.Type type,
      Optional<Initializer> initializer,
      List<String> reads,
      Hyperparameter... numbers) {
    List<Located<String>> names =
        reads.stream().map(name -> new Located<>(name, Spot.at("reads " + name))).toList();
    return new LayerAnnotation(
        Optional.of(type),
        "@" + type,
        Spot.at("@" + type),
        Optional.of(names)
            .filter(all -> !all.isEmpty())
            .map(all -> new Located<>(all, Spot.at("reads"))),
        Optional.empty(),
        Optional.empty(),
        initializer.map(drawn -> new Located<>(drawn, Spot.at("initializer"))),
        true,
        List.of(numbers));
  }

  static LayerAnnotation dense(int units, String... reads) {
    return layer(DENSE, List.of(reads), number("units", units));
  }

  static Hyperparameter number(String name, double value) {
    return Declared.number(name, value);
  }

  private static NetworkModel model(Declared net) {
    return Validation.judge(net.build()).model().orElseThrow();
  }

  @Test
  void layersReadTheOneBeforeOrThoseThatTheyName() {
    Declared net =
        new Declared()
            .constant("IN", input(4, 6))
            .constant("EACH", dense(3))
            .constant("ALL", layer(CONCAT, List.of("IN", "EACH", "IN"), number("axis", -1)))
            .constant("OUT", dense(2));

    NetworkModel model = model(net);

    assertThat(model.input().shape()).isEqualTo(Shape.of(4, 6));
    assertThat(model.layers()).extracting(LayerModel::number).containsExactly(2, 3, 4);
    LayerModel all = model.layers().get(1);
    assertThat(all.from())
        .containsExactly(
            new Value(1, Shape.of(4, 6)),
            new Value(2, Shape.of(4, 3)),
            new Value(1, Shape.of(4, 6)));
    assertThat(all.choice()).isEqualTo(new LayerChoice.Concat(1));
    assertThat(model.layers().get(2).from()).containsExactly(new Value(3, Shape.of(4, 15)));
    assertThat(model.layers().get(2).shape()).isEqualTo(Shape.of(4, 2));
  }

  @Test
  void theNetworksInitializerIsForLayersWithoutOne() {
    Declared net =
        new Declared()
            .constant("IN", input(4))
            .constant("ONE", dense(3))
            .constant(
                "TWO", layer(DENSE, Optional.of(Initializer.AUTO), List.of(), number("units", 3)));
    net.initializer = Initializer.ZEROS;

    assertThat(model(net).layers())
        .extracting(LayerModel::initializer)
        .containsExactly(Initializer.ZEROS, Initializer.AUTO);
  }

  /** Also where constants differ in what code leaves out. */
  @Test
  void namesInCodeDiffer() {
    Declared net =
        new Declared()
            .constant("A_B", input(4))
            .constant("aB", dense(3))
            .constant("AB_", dense(3))
            .constant("W", dense(3))
            .constant("W_LAYER", dense(3));
    NetworkModel model = model(net);

    assertThat(model.layers()).extracting(layer -> layer.name().tag()).doesNotHaveDuplicates();
    assertThat(model.layers()).noneMatch(l -> l.name().tag().equals(model.input().name().tag()));
    assertThat(model.layers()).extracting(layer -> layer.name().prefix()).startsWith("ab", "ab_");
  }

  /** There are 2⁶⁰ ways from the last to the first. */
  @Test
  void graphsOfManyWaysAreJudgedAtOnce() {
    Declared net = new Declared().constant("L1", input(2));
    for (int i = 2; i < 62; i += 2) {
      String before = "L" + (i - 1);
      net.constant("L" + i, layer(CONCAT, List.of(before, before), number("axis", 0)));
      net.constant(
          "L" + (i + 1),
          layer(SLICE, List.of(), number("begin", 0), number("end", 2), number("axis", 0)));
    }
    net.constant("LAST", layer(EMBEDDING, List.of(), number("categories", 3), number("units", 2)));

    assertFaults(Validation.judge(net.build()).report().faults());
  }

  @Test
  void filesSayWhoseWeightsTheyAre() {
    Tensor[] tensors = WeightRulesTest.layers("hidden", "out");
    String same = "IN:INPUT::2,HIDDEN:DENSE:IN:3,OUT:DENSE:HIDDEN:1";
    assertFaults(new WeightsFit(), withWeights(Map.of("topology", same), tensors));
    assertFaults(new WeightsFit(), withWeights(Map.of(), tensors));
    assertFaults(
        new WeightsFit(),
        withWeights(Map.of("topology", same.replace("OUT:DENSE", "OUT:ADD")), tensors),
        "GS049 weights | constant 3 is OUT:ADD:HIDDEN:1 there, but OUT:DENSE:HIDDEN:1 here");
    assertFaults(
        new WeightsFit(),
        withWeights(Map.of("topology", same + ",MORE:FLATTEN:OUT:1"), tensors),
        "GS049 weights | constant 4 is MORE:FLATTEN:OUT:1 there, but no further layer here");
    assertThat(model(withWeights(Map.of(), tensors)).weights().orElseThrow().parameters())
        .containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 3, 1, 2, 3, 1);
  }

  private static Declared withWeights(Map<String, String> metadata, Tensor... tensors) {
    return new Declared()
        .constant("IN", input(2))
        .constant("HIDDEN", dense(3))
        .constant("OUT", dense(1))
        .weights("net.safetensors", WeightRulesTest.safetensors(metadata, tensors));
  }
}
