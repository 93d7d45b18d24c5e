package io.github.gradsmith.sample.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application in its runtime image, a process of its own, asked from this one. */
class ServedImageTest {
  private static final int REQUESTS = 50_000;
  private static final int SWAPS = 100;
  private static final int CLIENTS = 4;
  private static final int DIGITS = 20;
  private static final int PIXELS = 784;

  private static final Pattern ANSWER =
      Pattern.compile("\\{\"generation\":(\\d+),\"digit\":(\\d),\"outputs\":\\[(.*)]}\n");

  @TempDir private static Path folder;

  private static Image image;
  private static Process server;
  private static URI address;

  @BeforeAll
  static void start() throws IOException {
    image = Image.link(folder);
    server = image.start("0");
    address = Image.address(server);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    // The launcher is a script that waits for java.
    server.descendants().forEach(ProcessHandle::destroy);
    server.destroy();
    server.waitFor();
  }

  private static Client.Answer post(String path, byte[] body) throws IOException {
    try (Client client = new Client(address)) {
      return client.post(path, body);
    }
  }

  /** Two sets of weights take turns; every answer is that of the set it says it comes from. */
  @Test
  void noAnswerIsWrongWhileWeightsAreSwapped() throws Exception {
    DigitNetImpl exported = new DigitNetImpl();
    DigitNetImpl other = new DigitNetImpl(5);
    byte[][] files = {saved(exported), saved(other)};
    int first = generation(post("/weights", files[0]));
    byte[][] digits = digits();
    float[][][] expected = {expected(exported, digits), expected(other, digits)};
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger generationsSeen = new AtomicInteger(first);

    List<Callable<Void>> work = new ArrayList<>();
    work.add(
        () -> {
          for (int swap = 1; swap <= SWAPS; swap++) {
            while (asked.get() < (long) swap * REQUESTS / (SWAPS + 1)) {
              Thread.sleep(1);
            }
            assertThat(generation(post("/weights", files[swap % 2]))).isEqualTo(first + swap);
          }
          return null;
        });
    for (int c = 0; c < CLIENTS; c++) {
      work.add(
          () -> {
            int latest = first;
            try (Client client = new Client(address)) {
              for (int k = asked.getAndIncrement(); k < REQUESTS; k = asked.getAndIncrement()) {
                Client.Answer response = client.post("/digits", digits[k % DIGITS]);
                Matcher answer = ANSWER.matcher(response.body());
                assertThat(answer.matches()).as(response.body()).isTrue();
                int generation = Integer.parseInt(answer.group(1));
                assertThat(generation).isBetween(latest, first + SWAPS);
                latest = generation;
                float[] outputs = expected[(generation - first) % 2][k % DIGITS];
                assertThat("[" + answer.group(3) + "]").isEqualTo(Arrays.toString(outputs));
              }
            }
            generationsSeen.accumulateAndGet(latest, Math::max);
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(generationsSeen.get()).isGreaterThanOrEqualTo(first + SWAPS - 1);
  }

  private static int generation(Client.Answer response) {
    assertThat(response.body()).matches("\\{\"generation\":\\d+}\n");
    return Integer.parseInt(response.body().replaceAll("\\D", ""));
  }

  private static byte[] saved(DigitNetImpl network) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    network.save(file);
    return file.toByteArray();
  }

  private static byte[][] digits() {
    Random random = new Random(6);
    byte[][] digits = new byte[DIGITS][PIXELS];
    for (byte[] digit : digits) {
      random.nextBytes(digit);
    }
    return digits;
  }

  private static float[][] expected(DigitNetImpl network, byte[][] digits) {
    Reader reader = new Reader(0, network);
    float[][] outputs = new float[digits.length][];
    for (int i = 0; i < digits.length; i++) {
      outputs[i] = reader.read(digits[i]).clone();
    }
    return outputs;
  }

  @Test
  void whatIsNoDigitIsRefused() throws Exception {
    assertRefused(post("/digits", new byte[3]), 400, "expected 784 bytes");
    assertRefused(post("/digits", new byte[PIXELS + 1]), 400, "but found more");
    try (Client client = new Client(address)) {
      assertRefused(client.send("GET", "/digits", new byte[0]), 405, "expected POST");
    }
  }

  @Test
  void weightsThatDoNotFitChangeNothing() throws Exception {
    String before = post("/digits", new byte[PIXELS]).body();
    byte[] weights = saved(new DigitNetImpl(7));
    byte[] cut = Arrays.copyOf(weights, weights.length - 1);
    assertRefused(post("/weights", cut), 400, "error");
    assertRefused(post("/weights", new byte[2 << 20]), 400, "more than 1048576 bytes");
    assertRefused(
        post("/weights", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)), 400, "safetensors");
    assertThat(post("/digits", new byte[PIXELS]).body()).isEqualTo(before);
  }

  private static void assertRefused(Client.Answer response, int status, String text) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"error\":\"").contains(text).endsWith("\"}\n");
  }

  @Test
  void figuresArePrinted() throws Exception {
    Process process = image.start("figures");
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(text)
        .containsPattern("Runtime image: +\\d+\\.\\d MB")
        .containsPattern("CPU time of an empty main: +\\d+ ms")
        .containsPattern("… and of a first prediction: +\\d+ ms")
        .containsPattern("Allocated by the network for a request: +0\\.000 bytes");
  }
}
