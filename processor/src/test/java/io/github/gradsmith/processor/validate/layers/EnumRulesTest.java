package io.github.gradsmith.processor.validate.layers;

import static io.github.gradsmith.processor.model.LayerChoice.Type.ADD;
import static io.github.gradsmith.processor.model.LayerChoice.Type.CONCAT;
import static io.github.gradsmith.processor.model.LayerChoice.Type.DROPOUT;
import static io.github.gradsmith.processor.model.LayerChoice.Type.EMBEDDING;
import static io.github.gradsmith.processor.model.LayerChoice.Type.FLATTEN;
import static io.github.gradsmith.processor.model.LayerChoice.Type.LAYER_NORM;
import static io.github.gradsmith.processor.model.LayerChoice.Type.MULTIPLY;
import static io.github.gradsmith.processor.model.LayerChoice.Type.NORMALIZATION;
import static io.github.gradsmith.processor.model.LayerChoice.Type.SLICE;
import static io.github.gradsmith.processor.model.LayerChoice.Type.TRANSPOSE;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;
import static io.github.gradsmith.processor.validate.layers.EnumLayersTest.dense;
import static io.github.gradsmith.processor.validate.layers.EnumLayersTest.input;
import static io.github.gradsmith.processor.validate.layers.EnumLayersTest.layer;
import static io.github.gradsmith.processor.validate.layers.EnumLayersTest.number;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every rule of an enum of layers: what breaks it, where that is said, and what just keeps it. */
@Tag("fast")
class EnumRulesTest {
  /** IN, then L2, L3 and so on, each annotated. */
  private static Declared net(LayerAnnotation... layers) {
    Declared net = new Declared().constant("IN", layers[0]);
    for (int i = 1; i < layers.length; i++) {
      net.constant("L" + (i + 1), layers[i]);
    }
    return net;
  }

  private static LayerAnnotation of(LayerChoice.Type type, String... reads) {
    return layer(type, List.of(reads));
  }

  private static LayerAnnotation slice(int begin, int end, int axis, String... reads) {
    return layer(
        SLICE, List.of(reads), number("begin", begin), number("end", end), number("axis", axis));
  }

  private static LayerAnnotation concat(int axis, String... reads) {
    return layer(CONCAT, List.of(reads), number("axis", axis));
  }

  private static LayerAnnotation embedding(double categories, String... reads) {
    return layer(EMBEDDING, List.of(reads), number("categories", categories), number("units", 2));
  }

  private static LayerAnnotation dropout(double rate) {
    return layer(DROPOUT, List.of(), number("value", rate));
  }

  private static LayerAnnotation norm(double epsilon) {
    return layer(LAYER_NORM, List.of(), number("epsilon", epsilon));
  }

  @Test
  void theInputIsFirstAndNotAlone() {
    Rule rule = new InputFirst();
    assertFaults(rule, net(input(3), dense(2)));
    assertFaults(rule, net(dense(3), dense(2)), "GS078 @DENSE | Layer begins with @DENSE, IN");
    assertFaults(
        rule, net(input(3), input(3), dense(2)), "GS079 @Input | @Input is on L2 | constant, IN,");
    assertFaults(rule, net(input(3)), "GS081 IN | Layer has IN alone");
    assertFaults(rule, net(dense(3)), "GS078 @DENSE");
    assertFaults(rule, Declared.sigmoids(3, 2));
    LayerAnnotation[] most = new LayerAnnotation[64];
    java.util.Arrays.fill(most, dense(2));
    most[0] = input(2);
    assertFaults(rule, net(most));
    LayerAnnotation[] more = java.util.Arrays.copyOf(most, 65);
    more[64] = dense(2);
    assertFaults(rule, net(more), "GS082 Layer | Layer has 65 constants | at most 64 layers");
  }

  @Test
  void layersAreGivenOnce() {
    Rule rule = new LayersGivenOnce();
    Declared beside = net(input(3), dense(2));
    assertFaults(rule, beside);
    assertFaults(rule, Declared.sigmoids(3, 2));
    assertFaults(rule, new Declared(), "GS072 annotation | Net declares no layers");
    assertFaults(
        rule,
        net(input(3), dense(2)).layers(3, 2).activation(Activation.TANH),
        "GS073 layers | layers is written beside the enum Layer");
    assertFaults(
        rule,
        net(input(3), dense(2)).activation(Activation.TANH),
        "GS075 activation | activation is written at @Network | constants of Layer"
            + " | @Dense(units = 10, activation = RELU)");
    assertFaults(
        rule,
        net(input(3), dense(2)).formula("z"),
        "GS075 formula | @Dense(units = 10, formula = \"max(z, 0)\")");
    assertFaults(rule, net(input(3), dense(2)).model(null), "GS073 model | model is written");
  }

  @Test
  void eachConstantIsOneLayer() {
    Rule rule = new OneLayerPerConstant();
    assertFaults(rule, net(input(3), dense(2)));
    assertFaults(
        rule,
        new Declared().constant("IN").constant("L2", dense(2)),
        "GS076 IN | The constant IN of Layer has no annotation | @Input(784)");
    assertFaults(
        rule,
        new Declared().constant("IN", input(3)).constant("L2"),
        "GS076 L2 | @Dense(units = 10)");
    assertFaults(
        rule,
        new Declared().constant("IN", input(3)).constant("L2", dense(2), of(FLATTEN)),
        "GS077 @FLATTEN | @FLATTEN stands beside @DENSE on the constant L2");
  }

  @Test
  void whatIsReadStandsBefore() {
    Rule rule = new NamesResolve();
    assertFaults(rule, net(input(3), dense(2), of(ADD, "L2", "L2")));
    assertFaults(
        rule,
        net(input(3), dense(2, "L2")),
        "GS084 reads L2 | @DENSE of L2 reads itself | Write one of: IN.");
    assertFaults(
        rule,
        net(input(3), dense(2, "L3"), dense(2)),
        "GS085 reads L3 | @DENSE of L2 reads L3, which stands behind it | write one of: IN.");
    assertFaults(
        rule,
        net(input(3), dense(2), dense(2, "l2")),
        "GS083 reads l2 | reads \"l2\", but Layer has | Did you mean L2? Write one of: IN, L2.");
    assertFaults(
        rule,
        new Declared()
            .constant("INPUT", input(3))
            .constant("HIDDEN", dense(2))
            .constant("OUT", dense(2, "HIDEN")),
        "GS083 reads HIDEN | Did you mean HIDDEN? Write one of: INPUT, HIDDEN.");
    assertFaults(
        rule,
        net(input(3), dense(2), dense(2, "else")),
        "GS083 reads else | no constant of that name. Write one of: IN, L2.");
  }

  @Test
  void allButTheLastAreRead() {
    Rule rule = new AllAreRead();
    assertFaults(rule, net(input(3), dense(2), dense(2)));
    assertFaults(
        rule,
        net(input(3), dense(2), dense(2, "IN")),
        "GS086 L2 | Nothing reads L2, and only the last constant, L3, | from = \"L2\"");
    assertFaults(rule, net(input(3), input(3), dense(2, "L2")));
    assertFaults(rule, Declared.sigmoids(3, 2));
  }

  @Test
  void whatJoinsReadsTwo() {
    Rule rule = new EnoughValues();
    assertFaults(rule, net(input(3), of(ADD, "IN", "IN"), concat(0, "IN", "L2")));
    assertFaults(
        rule,
        net(input(3), dense(3), of(MULTIPLY, "IN")),
        "GS087 reads | @MULTIPLY of L3 reads IN alone | @MULTIPLY({\"IN\", \"L2\"})");
    assertFaults(rule, net(input(3), dense(3)));
  }

  @Test
  void numbersAreInRange() {
    Rule rule = new NumbersInRange();
    assertFaults(rule, net(input(1, 1), dense(1), dropout(0), norm(1e-5), dropout(0.99)));
    assertFaults(rule, net(input(), dense(1)), "GS080 @Input | @Input of IN names no size");
    assertFaults(
        rule,
        net(input(0), dense(1)),
        "GS089 value | A size of IN is 0, but it must be at least 1");
    assertFaults(rule, net(input(2), dense(0)), "GS089 units | units of L2 is 0 | at least 1");
    assertFaults(
        rule,
        net(input(2), dropout(1)),
        "GS089 value | The rate of L2 is 1.0 | at least 0 and below 1");
    assertFaults(rule, net(input(2), dropout(-0.1)), "GS089 value | is -0.1");
    assertFaults(rule, net(input(2), dropout(1 - 1e-12)), "GS089 value | below 1 also as a float");
    assertFaults(
        rule, net(input(2), dropout(1 - 1e-12)).extending(NetworkInterface.DOUBLE_NETWORK));
    assertFaults(rule, net(input(2), norm(0)), "GS089 epsilon | is 0.0 | finite and above 0");
    assertFaults(
        rule, net(input(2), norm(Double.POSITIVE_INFINITY)), "GS089 epsilon | finite and above 0");
    assertFaults(
        rule, net(input(2), norm(1e-60)), "GS089 epsilon | that a float can hold | becomes 0.0");
    assertFaults(
        rule, net(input(2), norm(1e60)), "GS089 epsilon | that a float can hold | Infinity");
    assertFaults(rule, net(input(2), norm(1e-60)).extending(NetworkInterface.DOUBLE_NETWORK));
    assertFaults(rule, net(input(2), embedding(0)), "GS089 categories | is 0 | at least 1");
    assertFaults(rule, net(input(2), embedding(1)));
    assertFaults(rule, net(input(2), embedding(1 << 24)));
    assertFaults(
        rule, net(input(2), embedding((1 << 24) + 1)), "GS089 categories | at most 16777216");
    assertFaults(
        rule, net(input(2), embedding((1 << 24) + 1)).extending(NetworkInterface.DOUBLE_NETWORK));
    assertFaults(rule, net(input(2), slice(-1, 1, 0)), "GS089 begin | is -1 | 0 or above");
    assertFaults(rule, net(input(2), slice(0, 1, -1)));
    assertFaults(rule, net(input(2), slice(0, 1, -2)), "GS089 axis | is -2 | or -1 for the last");
    assertFaults(rule, net(input(2), slice(1, 1, 0)), "GS089 end | is 1 | above begin, which is 1");
  }

  @Test
  void numbersFitWhatIsRead() {
    Rule rule = new NumbersFitShapes();
    assertFaults(rule, net(input(4, 6), slice(2, 4, 0), slice(5, 6, 1), slice(0, 1, -1)));
    assertFaults(
        rule,
        net(input(4, 6), slice(2, 5, 0)),
        "GS089 end | end of L2 is 5 | at most 4, the size of {4, 6} of IN along axis 0");
    assertFaults(
        rule,
        net(input(4, 6), slice(0, 1, 2)),
        "GS089 axis | axis of L2 is 2 | from 0 to 1 or -1, as it reads {4, 6} of IN");
    assertFaults(
        rule, net(input(4), concat(1, "IN", "IN")), "GS089 axis | 0, as it reads {4} of IN");
    assertFaults(rule, net(input(4), concat(0, "IN", "IN")));
    assertFaults(rule, net(input(4), slice(0, 9, 0, "else")));
  }

  @Test
  void shapesFit() {
    Rule rule = new ShapesFit();
    assertFaults(
        rule,
        net(input(4, 6), of(TRANSPOSE), dense(4), of(ADD, "IN", "L2")),
        shapes("{4, 6} of IN and {6, 4} of L2"));
    assertFaults(
        rule,
        net(input(4), of(TRANSPOSE)),
        "GS088 @TRANSPOSE | @TRANSPOSE of L2 takes | but it reads {4} of IN.");
    assertFaults(
        rule,
        net(input(4), dense(3), dense(4, "IN"), of(ADD, "IN", "L3", "L2")),
        "GS088 reads L2 | but it reads {4} of IN and {3} of L2.");
    assertFaults(
        rule,
        net(input(4), dense(3), dense(2), of(ADD, "IN", "L2", "L3")),
        "GS088 reads L2 | but it reads {4} of IN and {3} of L2.");
    assertFaults(rule, net(input(4), dense(4), of(ADD, "IN", "L2")));
    assertFaults(rule, net(input(4), concat(1, "IN", "IN")));
  }

  private static String shapes(String read) {
    return "GS088 reads L2 | but it reads " + read;
  }

  @Test
  void valuesFitArrays() {
    Rule rule = new SizesFit();
    int most = Integer.MAX_VALUE - 8;
    assertFaults(rule, net(input(2), dense(3)));
    assertFaults(rule, net(input(most), of(FLATTEN)));
    assertFaults(
        rule,
        net(input(most, 2), of(FLATTEN)),
        "GS090 value | @Input of IN has more than 2147483639 numbers");
    assertFaults(rule, net(input(1 << 16, 1 << 15), dense(1)), "GS090 value");
    assertFaults(
        rule, net(input(1 << 16, 2), dense(1 << 15)), "GS090 units | @DENSE of L2 has more than");
    assertFaults(rule, net(input(1 << 30), concat(0, "IN", "IN")), "GS090 @CONCAT | @CONCAT of L2");
    assertFaults(
        rule,
        net(input(46_000), dense(46_000), dense(1_000)),
        "GS091 units | L3 brings the network to 2162047000 parameters (46001000 of its own)");
  }

  @Test
  void whatLooksUpOrScalesReadsTheInput() {
    Rule rule = new SourcesSuit();
    assertFaults(
        rule,
        net(
            input(6),
            slice(0, 2, 0, "IN"),
            concat(0, "L2", "IN"),
            of(FLATTEN, "L3"),
            embedding(3, "L4"),
            of(NORMALIZATION, "L2"),
            of(NORMALIZATION, "IN")));
    assertFaults(
        rule,
        net(input(6), dense(2), embedding(3)),
        "GS092 @EMBEDDING | @EMBEDDING of L3 reads L2, which is @DENSE | @Input, or @Slice"
            + " | Indices are no results");
    assertFaults(
        rule,
        net(input(6), dense(2), slice(0, 1, 0), concat(0, "IN", "L3"), embedding(3)),
        "GS092 @EMBEDDING | reads L4, which is made of @DENSE L2");
    assertFaults(
        rule,
        net(input(6), dense(2), of(NORMALIZATION)),
        "GS092 @NORMALIZATION | reads L2, which is @DENSE | @Input, or a @Slice of it"
            + " | Write @LayerNorm for results");
    assertFaults(
        rule,
        net(input(6), of(FLATTEN), of(NORMALIZATION)),
        "GS092 @NORMALIZATION | reads L2, which is @FLATTEN");
    assertFaults(
        rule,
        net(input(6), dense(3), slice(0, 1, 0), of(NORMALIZATION)),
        "GS092 @NORMALIZATION | reads L3, which is @SLICE");
    assertFaults(
        rule,
        new Declared().constant("IN", input(3)).constant("L2").constant("L3", of(NORMALIZATION)));
  }
}
