package io.github.gradsmith.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that NumPy 2 wrote, files of our own, and damaged ones. */
class NpzTest {
  private static final long MOST_BYTES = 64L << 20;

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NpzTest.class.getResourceAsStream("/npz/" + name)) {
      return in.readAllBytes();
    }
  }

  private static Npz read(byte[] content) throws IOException {
    return Npz.read(new ByteArrayInputStream(content));
  }

  private static Map<String, Tensor> tensors(byte[] content) throws IOException {
    return read(content).tensors();
  }

  @Test
  void readsWhatNumPyWrote() throws IOException {
    Npz npz = read(resource("saved.npz"));

    assertThat(npz.tensors().keySet())
        .containsExactly(
            "layer2.weight", "layer2.bias", "half", "big", "columns", "single", "empty");
    Tensor weight = npz.tensors().get("layer2.weight");
    assertThat(weight.shape()).containsExactly(3, 2);
    assertThat(weight.dataType()).isEqualTo(DataType.F32);
    assertThat(weight.toFloats()).containsExactly(-0.5f, -0.25f, 0, 0.25f, 0.5f, 0.75f);
    assertThat(npz.tensors().get("layer2.bias").toDoubles()).containsExactly(1.5, -2.25, 1e300);
    assertThat(npz.tensors().get("half").toFloats())
        .containsExactly(1.5f, -0f, 0x1p-24f, 65504, Float.POSITIVE_INFINITY);
    assertThat(npz.tensors().get("big").toDoubles())
        .containsExactly(-0.5, -0.25, 0, 0.25, 0.5, 0.75);
    assertThat(npz.tensors().get("columns").toDoubles())
        .containsExactly(IntStream.range(0, 24).asDoubleStream().toArray());
    assertThat(npz.tensors().get("single").shape()).isEmpty();
    assertThat(npz.tensors().get("single").toFloats()).containsExactly(7);
    assertThat(npz.tensors().get("empty").shape()).containsExactly(0, 3);
    assertThat(read(resource("deflated.npz")).tensors().get("x").size()).isEqualTo(5000);
  }

  /** As np.savez writes them, and whenever they are written. */
  @Test
  void arraysAreStoredAsTheyAreAndTheSameFileComesOut(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("net.npz");
    new Npz(List.of(Tensor.of("b", new double[100], 100))).write(file);
    ZipEntry epoch = new ZipEntry("b.npy");
    epoch.setTime(0);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("b.npy");
      assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(entry.getTime()).isEqualTo(epoch.getTime());
    }
  }

  @Test
  void readsWhatItWrote(@TempDir Path folder) throws IOException {
    float[] floats = {1, -0f, Float.MIN_VALUE, Float.NaN};
    double[] doubles = {Math.PI, Double.MAX_VALUE, -1};
    Path file = folder.resolve("net.npz");

    new Npz(List.of(Tensor.of("fc1.weight", floats, 2, 2), Tensor.of("b", doubles, 3))).write(file);

    Npz npz = Npz.read(file);
    assertThat(npz.tensors().keySet()).containsExactly("fc1.weight", "b");
    assertThat(npz.tensors().get("fc1.weight").toFloats()).containsExactly(floats);
    assertThat(npz.tensors().get("fc1.weight").shape()).containsExactly(2, 2);
    assertThat(npz.tensors().get("b").toDoubles()).containsExactly(doubles);
    assertThat(Files.list(folder)).containsExactly(file);
  }

  /** As {@code numpy.save} writes it: the data begins at a multiple of 64 bytes. */
  @Test
  void writesTheHeaderOfNumPy() {
    byte[] content = NpyWriter.content(Tensor.of("x", new float[3], 3));

    assertThat(content).hasSize(128 + 12);
    assertThat(new String(content, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }   ")
        .endsWith(" \n");
    assertThat(content[8]).isEqualTo((byte) 118);
  }

  /** Headers of every length up to that are padded by fewer than 64 spaces. */
  @Test
  void everyHeaderEndsAtAMultipleOf64() {
    for (int dimensions = 2; dimensions < 40; dimensions++) {
      for (int size : new int[] {1, 10, 100}) {
        int[] shape = new int[dimensions];
        Arrays.fill(shape, 1);
        shape[0] = 0;
        shape[1] = size;
        byte[] content = NpyWriter.content(Tensor.of("x", new float[0], shape));
        String text = new String(content, 10, content.length - 10, StandardCharsets.US_ASCII);

        assertThat(content.length % 64).isZero();
        assertThat((content[8] & 0xff) + 256 * content[9]).isEqualTo(text.length());
        assertThat(text).matches("\\{.*} {0,63}\n");
      }
    }
  }

  @Test
  void aNameIsUsedOnce() {
    Tensor tensor = Tensor.of("x", new float[1], 1);
    assertThatThrownBy(() -> new Npz(List.of(tensor, tensor)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the name x is already taken");
  }

  private static byte[] archive(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] array(String header, int bytes) {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
    byte[] content = Arrays.copyOf(start, start.length + text.length + bytes);
    System.arraycopy(text, 0, content, start.length, text.length);
    return content;
  }

  private static String header(String type, String shape) {
    return "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
  }

  private static void refused(byte[] content, String message) {
    assertThatThrownBy(() -> tensors(content))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    refused(
        resource("integers.npz"),
        "holds int64 numbers, expected float16, float32 or float64: convert it with astype(");
    refused(new byte[0], "this is no NumPy archive (.npz): it is an empty file");
    refused(new byte[] {1, 2, 3}, "this is no NumPy archive (.npz): it is no ZIP archive");
    refused(archive("readme.txt", new byte[3]), "(.npz): it is a ZIP archive without arrays");
    refused(archive("x.npy", new byte[30]), "array x is no array of NumPy");
    refused(
        archive("x.npy", array(header("<f4", "(3,)"), 11)), "has 11 bytes of data, expected 12");
    refused(
        archive("x.npy", array(header("<f4", "(3,)"), 13)), "has 13 bytes of data, expected 12");
    refused(archive("x.npy", array(header("<f4", "(-3,)"), 12)), "an unreadable shape: [-3]");
    refused(archive("x.npy", array(header("<f4", "(3)"), 12)), "an unreadable shape");
    refused(archive("x.npy", array(header("<f8", "(99999, 99999)"), 12)), "larger than 2 GB");
    refused(archive("x.npy", array(header("<f4", "(99999999999,)"), 12)), "larger than 2 GB");
    refused(archive("x.npy", array("{'shape': (3,), }", 12)), "a header without ");
    refused(
        archive("x.npy", array("{'shape': (3,), x}", 12)), "cannot be read from its character 17");
    byte[] later = array(header("<f4", "(3,)"), 12);
    later[7] = 1;
    refused(archive("x.npy", later), "has version 1.1 of the format, expected 1.0, 2.0 or 3.0");
    later[6] = 4;
    refused(archive("x.npy", later), "has version 4.1 of the format");
    refused(archive("x.npy", Arrays.copyOf(later, 9)), "has version 4.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'<i8' ; holds int64 numbers ; convert it with astype('float32')",
        "'|u1' ; holds uint8 numbers ; convert it with astype('float32')",
        "'|b1' ; holds truth values (bool) ; convert it with astype('float32')",
        "'<f16' ; holds float128 numbers ; convert it with astype('float32')",
        "'<c8' ; holds complex numbers (complex64) ; save their real parts",
        "'|O' ; holds pickled Python objects ; save an array of numbers for each of them",
        "'<U5' ; holds texts (<U5) ; convert it with astype('float32')",
        "'|S3' ; holds byte strings (|S3) ; convert it with astype('float32')",
        "'|V4' ; holds raw bytes (|V4) ; view them as numbers first",
        "'<M8[ns]' ; holds dates (<M8[ns]) ; convert it with astype('float32')",
        "'<m8[s]' ; holds spans of time (<m8[s]) ; convert it with astype('float32')",
        "'<q1' ; is of the unknown type <q1 ; convert it with astype('float32')",
        "[('a', '<f4'), ('b', '<i4')] ; is a structured array ; save each of its fields"
      },
      quoteCharacter = '~')
  void otherKindsAreCalledWhatTheyAre(String descr, String kind, String cure) throws IOException {
    RawArray array = RawArray.of(new double[2], new int[] {2}, "<f4", false);
    array.descr = descr;
    byte[] file = new RawZip().entry("x.npy", array.bytes(), RawZip.Form.STORED).end();
    refused(file, "array x " + kind + ", expected float16, float32 or float64: " + cure);
    assertThat(read(file).tensors((metadata, arrays) -> Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "f2,<f2",
    "<e,<f2",
    "float16,<f2",
    "f4,<f4",
    "|f4,<f4",
    "float32,<f4",
    "f,<f4",
    "=f8,<f8",
    "float64,<f8",
    ">d,>f8"
  })
  void everySpellingOfATypeIsRead(String type, String bytes) throws IOException {
    RawArray array = RawArray.of(new double[] {1.5, -2}, new int[] {2}, bytes, false);
    array.descr = "'" + type + "'";
    byte[] file = new RawZip().entry("x.npy", array.bytes(), RawZip.Form.STORED).end();
    assertThat(tensors(file).get("x").toDoubles()).containsExactly(1.5, -2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version https://git-lfs.github.com/spec/v1 | is a Git LFS pointer: the file itself was"
            + " not",
        "<!DOCTYPE html><html> | is an HTML page",
        "\\200\\002}q | is a Python pickle",
        "\\211HDF\\r\\n\\032\\n | is an HDF5 file",
        "\\037\\213\\010 | is compressed with gzip",
        "\\010\\010\\022\\007pytorch | is an ONNX model",
        "\\223NUMPY\\001\\000 | is a NumPy array of its own (.npy)"
      })
  void foreignFilesAreCalledWhatTheyAre(String start, String what) {
    byte[] file = start.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
    refused(file, "this is no NumPy archive (.npz): it " + what);
    assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(file)))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("not a safetensors file: it " + what);
  }

  @Test
  void archivesOfOthersAreCalledWhatTheyAre() throws IOException {
    byte[] torch = archive("archive/data.pkl", new byte[30]);
    refused(torch, "it is a file of torch.save, a ZIP archive with a pickle");
    byte[] npz = archive("x.npy", array(header("<f4", "(3,)"), 12));
    assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(npz)))
        .hasMessageContaining("not a safetensors file: it is a NumPy archive (.npz)");
    refused(Arrays.copyOf(npz, npz.length - 9), "this is no intact ZIP archive: its directory");
  }

  @Test
  void contentIsThatOfItsChecksum() {
    byte[] array = RawArray.of(new double[2], new int[] {2}, "<f4", false).bytes();
    RawZip.Form piped = new RawZip.Form(false, true, true, false);
    byte[] file = new RawZip().entry("x.npy", array, array.length, 17, piped).end();
    refused(file, "array x is damaged: its checksum is not that of its content");
  }

  /** A lie about a length takes no memory, and no damage gives another exception. */
  @Test
  void damagedFilesAreRefusedOrHarmless() throws IOException {
    byte[] intact = resource("saved.npz");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(1);
    int refused = 0;
    for (int k = 0; k < 500; k++) {
      byte[] damaged = damaged(intact, random);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        tensors(damaged);
      } catch (WeightsException e) {
        assertThat(e).hasMessageMatching("(?s).{10,}");
        refused++;
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }
    assertThat(refused).isGreaterThan(300);
  }

  private static byte[] damaged(byte[] intact, Random random) {
    byte[] damaged = intact.clone();
    switch (random.nextInt(4)) {
      case 0:
        return Arrays.copyOf(damaged, random.nextInt(damaged.length));
      case 1:
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        return damaged;
      case 2:
        int at = random.nextInt(damaged.length - 4);
        Arrays.fill(damaged, at, at + 4, (byte) 0xff);
        return damaged;
      default:
        for (int n = 0; n < 10; n++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }
  }
}
