package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import io.github.gradsmith.processor.onnx.message.AttributeType;
import io.github.gradsmith.processor.onnx.message.DataType;
import io.github.gradsmith.processor.onnx.message.MalformedException;
import io.github.gradsmith.processor.onnx.message.ModelProto;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our reader of models against protobuf's own, on whole models and on damaged ones. */
@Tag("fast")
class ModelMessagesTest {
  private static final int FILES = 4 * Integer.getInteger("fuzz.files", 500);

  @Test
  void wholeModelsAreReadAlike() throws IOException, URISyntaxException {
    int whole = 0;
    List<byte[]> models = MutatedModelsTest.intact();
    for (byte[] model : models) {
      whole += isReadAlike(model, "a whole model") ? 1 : 0;
    }
    assertThat(whole).as("the rest are broken on purpose").isGreaterThan(models.size() * 3 / 4);
  }

  /** What either refuses, the other one does. */
  @Test
  void damagedModelsAreReadAlike() throws IOException, URISyntaxException {
    List<byte[]> intact = MutatedModelsTest.intact();
    long seed = MutatedModelsTest.seed();
    int read = 0;
    for (long file = seed; file < seed + FILES; file++) {
      Random random = new Random(file);
      byte[] damaged = intact.get(random.nextInt(intact.size()));
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        damaged = Wire.damaged(damaged, random);
      }
      read += isReadAlike(damaged, "-Dfuzz.files=1 -Dfuzz.seed=" + file) ? 1 : 0;
    }
    assertThat(read).isBetween(FILES / 4, FILES - FILES / 10);
  }

  private static boolean isReadAlike(byte[] file, String again) {
    Optional<Map<String, Object>> official = OfficialReader.read(file);
    try {
      ModelProto model = ModelProto.of(file);
      assertThat(official).as("ours reads it: %s", again).isPresent();
      assertThat(ReadTree.differences(model, official.get())).as(again).isEmpty();
    } catch (MalformedException e) {
      assertThat(official).as("ours says that %s: %s", e.getMessage(), again).isEmpty();
    }
    return official.isPresent();
  }

  /** Fields by hand: tag, then value. */
  @ParameterizedTest
  @CsvSource({
    "0800 00, a field has the number 0",
    "08, it ends within a number",
    "08ffffffffffffffffffff01, a number takes more than 10 bytes",
    "3a05 01, a field of 5 bytes lies in a message that has 1",
    "3affffffff0f, a field has a negative length",
    "0b 0800, it ends within a number",
    "0b 14, a group does not end",
    "0c, a group ends that did not begin",
    "0e, a field is of wire type 6",
    "3a05 2a03 2201 00, numbers of 4 bytes lie in a field of 1"
  })
  void whatIsNoMessageIsSaid(String hex, String reason) {
    byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThatThrownBy(() -> ModelProto.of(file)).hasMessage(reason);
    assertThat(OfficialReader.read(file)).isEmpty();
  }

  /** Groups within groups to the depth at which protobuf stops, too, and one more. */
  @Test
  void depthHasAnEnd() throws MalformedException {
    byte[] deep = groups(100);
    assertThat(OfficialReader.read(deep)).isPresent();
    assertThat(ModelProto.of(deep).graph()).isEmpty();
    byte[] deeper = groups(101);
    assertThat(OfficialReader.read(deeper)).isEmpty();
    assertThatThrownBy(() -> ModelProto.of(deeper))
        .hasMessage("its messages lie in one another more than 100 deep");
  }

  private static byte[] groups(int depth) {
    byte[] bytes = new byte[2 * depth];
    Arrays.fill(bytes, 0, depth, (byte) (1 << 3 | 3));
    Arrays.fill(bytes, depth, 2 * depth, (byte) (1 << 3 | 4));
    return bytes;
  }

  /** Fields of one message that lie apart are of one message; the last one of two values counts. */
  @Test
  void messagesOfOneFieldAreJoined() throws MalformedException {
    byte[] file = HexFormat.of().parseHex("3a03" + "0a011a" + "3a04" + "0a021800");
    assertThatThrownBy(() -> ModelProto.of(file)).isInstanceOf(MalformedException.class);
    byte[] apart = HexFormat.of().parseHex("3a05" + "0a031a0161" + "3a05" + "0a031a0162");
    assertThat(ModelProto.of(apart).graph().orElseThrow().nodes())
        .extracting(node -> node.name())
        .containsExactly("a", "b");
    assertThat(isReadAlike(apart, "joined")).isTrue();
  }

  /** A number that is no constant's does not displace one before. */
  @Test
  void constantsThatOnnxDoesNotHaveAreAsGoodAsUnknown() throws MalformedException {
    byte[] location = HexFormat.of().parseHex("3a06" + "2a04" + "70017007");
    assertThat(ModelProto.of(location).graph().orElseThrow().initializers().get(0).external())
        .isTrue();
    assertThat(isReadAlike(location, "data_location")).isTrue();
    byte[] type = HexFormat.of().parseHex("3a0a" + "0a08" + "2a06" + "a00101a00163");
    assertThat(ModelProto.of(type).graph().orElseThrow().nodes().get(0).attributes().get(0).type())
        .isEqualTo(AttributeType.FLOAT);
    assertThat(isReadAlike(type, "type")).isTrue();
  }

  /** By their names and numbers, and none is missing. */
  @Test
  void typesAreThoseOfOnnx() {
    for (OnnxMl.TensorProto.DataType type : OnnxMl.TensorProto.DataType.values()) {
      assertThat(DataType.of(type.getNumber()).map(Enum::name)).contains(type.name());
    }
    assertThat(DataType.of(DataType.values().length)).isEmpty();
    assertThat(DataType.of(-1)).isEmpty();
    for (OnnxMl.AttributeProto.AttributeType type : OnnxMl.AttributeProto.AttributeType.values()) {
      assertThat(AttributeType.values()[type.getNumber()].name()).isEqualTo(type.name());
    }
    assertThat(AttributeType.values()).hasSize(OnnxMl.AttributeProto.AttributeType.values().length);
  }
}
