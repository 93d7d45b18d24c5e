package io.github.gradsmith.safetensors;

import static io.github.gradsmith.safetensors.RawFile.quoted;
import static io.github.gradsmith.safetensors.RawFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.WeightsException;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFileTest {
  private static final byte[] NONE = {};

  @Test
  void aLengthMustBeThere() {
    assertRefused(new byte[7], "it has 7 bytes, expected at least 8");
    assertRefused(NONE, "it is an empty file");
  }

  @ParameterizedTest
  @CsvSource({
    "100000001, claims a header of 100000001 bytes",
    "-1, claims a header of 18446744073709551615 bytes",
    "100000000, the file ends within its header: 2 of 100000000 bytes",
    "0, its header does not begin with"
  })
  void aHeaderHasItsLength(long claimed, String message) {
    assertRefused(RawFile.withLength(claimed, new byte[] {'{', '}'}), message);
  }

  @Test
  void aHeaderIsUtf8() {
    byte[] header = {'{', '"', (byte) 0xc3, '"', '}'};
    assertRefused(RawFile.of(header), "not UTF-8");
    assertRefused(RawFile.of(" {}"), "does not begin with '{'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}x",
        "{}{}",
        "{,}",
        "{'a'}",
        "{'a':1}",
        "{'a':{}}",
        "{'a':[]}",
        "{'a':null}",
        "{'__metadata__':null}",
        "{'__metadata__':{'a':1}}",
        "{'__metadata__':{'a':'b',}}",
        "{'__metadata__':{'a':'b'}",
        "{'__metadata__':{'a':{'b':'c'}}}",
        "{'__metadata__':{'a':'b\n'}}",
        "{'__metadata__':{'a':'\\x'}}",
        "{'__metadata__':{'a':'\\u12g4'}}",
        "{'__metadata__':{'a':'\\u12'}}",
        "{'__metadata__':{'a':'\\ud800'}}",
        "{'__metadata__':{'a':'\\udc00\\ud800'}}",
        "{'__metadata__':{'a':'b"
      })
  void aHeaderIsTheJsonOfTheFormat(String json) {
    assertRefused(RawFile.of(quoted(json)), "the header is damaged: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[-1]",
        "[+1]",
        "[01]",
        "[1.0]",
        "[1e0]",
        "[9223372036854775808]",
        "[99999999999999999999999999]",
        "['1']",
        "[1",
        "[1,]",
        "[[1]]",
        "1",
        "null",
        "[1 1]"
      })
  void dimensionsAreWholeNumbers(String shape) {
    assertRefused(one("F32", shape, "[0,4]"), "the header is damaged: ");
  }

  @Test
  void anEntryHasItsThreeFieldsOnce() {
    String twice = "{'a':{'dtype':'F32','dtype':'F32','shape':[],'data_offsets':[0,0]}}";
    String extra = "{'a':{'dtype':'F32','strides':[],'shape':[],'data_offsets':[0,0]}}";
    String missing = "{'a':{'dtype':'F32','shape':[]}}";
    for (String json : new String[] {twice, extra, missing}) {
      assertRefused(RawFile.of(quoted(json)), "dtype, shape and data_offsets of tensor a");
    }
  }

  @Test
  void namesAreUnique() {
    String entry = tensor("a", "F32", "[0]", "[0,0]");
    assertRefused(RawFile.of("{" + entry + "," + entry + "}"), "names a twice");
    String metadata = "'__metadata__':{'k':'v'}";
    assertRefused(
        RawFile.of(quoted("{" + metadata + "," + metadata + "}")), "names __metadata__ twice");
    assertRefused(RawFile.of(quoted("{'__metadata__':{'k':'v','k':'v'}}")), "names k twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f32", "F128", "INT", ""})
  void typesAreThoseOfTheFormat(String type) {
    assertRefused(
        one(type, "[1]", "[0,4]"), "has type " + type + ", which the format does not have");
  }

  @ParameterizedTest
  @CsvSource({
    "I64,8",
    "U64,8",
    "C64,8",
    "I32,4",
    "U32,4",
    "I16,2",
    "U16,2",
    "I8,1",
    "U8,1",
    "BOOL,1",
    "F8_E4M3,1",
    "F8_E5M2,1",
    "F8_E8M0,1"
  })
  void otherTypesAreNamed(String type, int bytes) {
    byte[] file =
        RawFile.of("{" + tensor("a", type, "[3]", "[0," + 3 * bytes + "]") + "}", new byte[24]);
    byte[] whole = Arrays.copyOf(file, file.length - 24 + 3 * bytes);
    assertRefused(
        whole, "tensor a is of type " + type + ", expected F32, F64, F16 or BF16: convert it,");
    assertRefused(
        one(type, "[3]", "[0," + (3 * bytes + 1) + "]"),
        "takes " + 3 * bytes + " bytes, but its data_offsets are ");
  }

  /** Two numbers of 4 bits share a byte, four of 6 bits three. */
  @Test
  void typesOfLessThanAByteFillBytes() {
    assertRefused(one("F4", "[3]", "[0,2]"), "3 values of type F4 end within a byte");
    assertRefused(one("F6_E2M3", "[2]", "[0,2]"), "2 values of type F6_E2M3 end within a byte");
    assertRefused(one("F4", "[8]", "[0,4]"), "is of type F4, expected F32, F64, F16 or BF16");
    assertRefused(one("F6_E3M2", "[4]", "[0,3]"), "is of type F6_E3M2, expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0,8]", "[0,3]", "[4,0]", "[0]", "[]", "[0,4,8]", "[4,4]"})
  void rangesMatchShapes(String range) {
    assertRefused(one("F32", "[1]", range), "takes 4 bytes, but its data_offsets are ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2147483648]",
        "[65536,65536]",
        "[4294967296,4294967296]",
        "[9223372036854775807,9223372036854775807,4]",
        "[0,9223372036854775807]"
      })
  void shapesBeyondArraysAreRefused(String shape) {
    assertRefused(one("F32", shape, "[0,4]"), "is too large for an array");
  }

  @Test
  void dimensionsAreLimited() {
    String shape = "[" + "1,".repeat(1000) + "1]";
    assertRefused(one("F32", shape, "[0,4]"), "no more than 64 numbers");
  }

  @Test
  void rangesNeitherOverlapNorLeaveHoles() {
    String first = tensor("a", "F32", "[2]", "[0,8]");
    byte[] data = new byte[16];
    String overlap = "{" + first + "," + tensor("b", "F32", "[2]", "[4,12]") + "}";
    assertRefused(
        RawFile.of(overlap, data), "tensor b begins at byte 4, expected 8: tensors overlap");
    String same = "{" + first + "," + tensor("b", "F32", "[2]", "[0,8]") + "}";
    assertRefused(RawFile.of(same, data), "overlap");
    String hole = "{" + first + "," + tensor("b", "F32", "[1]", "[12,16]") + "}";
    assertRefused(RawFile.of(hole, data), "begins at byte 12, expected 8: a hole");
    assertRefused(one("F32", "[1]", "[4,8]"), "begins at byte 4, expected 0: a hole");
  }

  @Test
  void theFileEndsWithItsLastTensor() {
    String header = "{" + tensor("a", "F32", "[2]", "[0,8]") + "}";
    assertRefused(
        RawFile.of(header, new byte[7]), "ends within tensor a: its values end at byte 8, found 7");
    assertRefused(RawFile.of(header, new byte[9]), "goes on after the last tensor");
  }

  /** 100 MB of header, or 8 GB of tensor: claimed, but for the first megabyte or so not there. */
  @Test
  void claimsTakeNoMemory() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] header = RawFile.withLength(99_999_999, new byte[] {'{'});
    byte[] data = new byte[1_200_000];
    String range = "[0,8589934592]";
    byte[] floats =
        RawFile.of("{" + tensor("a", "F32", "[2147483647]", "[0,8589934588]") + "}", data);
    byte[] doubles = RawFile.of("{" + tensor("a", "F64", "[1073741824]", range) + "}", data);
    assertRefused(header, "");
    long before = threads.getCurrentThreadAllocatedBytes();
    assertRefused(header, "the file ends within its header");
    assertRefused(floats, "ends within tensor a");
    assertRefused(doubles, "ends within tensor a");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
  }

  private static byte[] one(String type, String shape, String range) {
    return RawFile.of("{" + tensor("a", type, shape, range) + "}", new byte[4]);
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }
}
