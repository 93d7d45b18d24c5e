package io.github.gradsmith.sample.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.gradsmith.sample.tabular.CellNet.Case;
import io.github.gradsmith.training.CrossValidation;
import io.github.gradsmith.training.Metrics;
import io.github.gradsmith.training.Scores;
import io.github.gradsmith.training.Split;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularTest {
  /** Logistic regression of scikit-learn 1.2.1 has this mean of five folds; see the README. */
  private static final double BASELINE = 0.9789;

  /** One row of 569 more or less. */
  private static final double ROW = 1.0 / 569;

  @Test
  void fileHasAllRows() throws IOException {
    List<Case> cases = Tabular.read();
    assertThat(cases).hasSize(569);
    assertThat(cases.get(0).cells().measures()).startsWith(17.99, 10.38, 122.8).hasSize(30);
    assertThat(cases.stream().filter(Case::benign)).hasSize(357);
  }

  @Test
  void foldsAreAsRightAsThoseOfTheBaseline() throws IOException {
    List<Case> cases = Tabular.read();
    double sum = 0;
    for (int seed = 0; seed < 3; seed++) {
      Scores scores =
          CrossValidation.kFold(5)
              .stratified()
              .seed(seed)
              .run(
                  CellNetImpl::new,
                  cases,
                  CellNet::adapt,
                  CellNet::rows,
                  Tabular.FIT,
                  Metrics.accuracy());
      System.out.println("accuracy of five folds: " + scores.mean());
      sum += scores.mean();
    }
    assertThat(sum / 3).isGreaterThan(BASELINE - ROW);
  }

  @Test
  void trainedNetworkIsReportedAndServed(@TempDir Path folder) throws Exception {
    CellNet net = Tabular.train(folder);
    List<Case> validation = Split.stratified(Tabular.read(), Case::benign, 0.2, 7).validation();
    assertThat(Metrics.accuracy().of(net, net.rows(validation))).isGreaterThan(0.95);
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("Benign or malignant", "malignant", "ROC curves")
        .hasSizeLessThan(300_000);

    CellNet loaded = new CellNetImpl(2);
    loaded.load(folder.resolve("cells.safetensors"));
    HttpServer server = Tabular.serve(loaded, 0);
    try {
      for (int i = 0; i < 20; i++) {
        String line = line(validation.get(i).cells().measures());
        double expected = net.benign(validation.get(i).cells());
        assertThat(post(server, line).body()).isEqualTo("{\"benign\": " + expected + "}\n");
      }
      assertThat(post(server, "1,2,3").statusCode()).isEqualTo(400);
      assertThat(post(server, "1,2,3").body()).contains("3", "30");
      assertThat(post(server, "one").statusCode()).isEqualTo(400);
    } finally {
      server.stop(0);
    }
  }

  private static String line(double[] numbers) {
    return IntStream.range(0, numbers.length)
        .mapToObj(k -> Double.toString(numbers[k]))
        .collect(Collectors.joining(","));
  }

  private static HttpResponse<String> post(HttpServer server, String body) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cells");
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void linesOfCodeAreFew() throws IOException {
    Path sources = Path.of("src/main/java/io/github/gradsmith/sample/tabular");
    try (Stream<Path> files = Files.list(sources)) {
      long lines =
          files
              .flatMap(TabularTest::lines)
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.matches("(import|package) .*"))
              .filter(line -> !line.startsWith("//") && !line.startsWith("/*"))
              .count();
      System.out.println("lines of code: " + lines);
      assertThat(lines).isLessThanOrEqualTo(60);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
