package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.GradientCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  private final FloatRows training = ReportRows.classes(90, 4, 3, new Random(1));
  private final FloatRows validation = ReportRows.classes(40, 4, 3, new Random(2));

  private Fit fit() {
    return Fit.epochs(6)
        .batchSize(16)
        .seed(3)
        .learningRate(LearningRate.cosine(0.2, 0.01))
        .clipNorm(1)
        .metrics(Metrics.accuracy())
        .earlyStopping(EarlyStopping.on(Monitor.validationLoss()));
  }

  private Report trained() {
    var network = new ReportNets_ClassesImpl(1);
    History history = fit().run(network, training, validation);
    return Report.of(history)
        .fit(fit())
        .training(training)
        .network(network)
        .validation(validation)
        .names("setosa", "versicolor", "virginica");
  }

  @Test
  void showsAllPartsOfARunWithClasses() {
    ReportPage page = ReportPage.of(trained().html()).requireRules();

    assertThat(page.elements("section").stream().map(s -> s.getAttribute("id")))
        .containsExactly("curves", "classes", "layers", "steps", "worst", "data");
    assertThat(page.text())
        .contains("4-5-3, TANH SOFTMAX, CROSS_ENTROPY, 43 parameters", "cosine(0.2, 0.01)")
        .contains("all epochs are done", "6 of 6", "versicolor");
  }

  @Test
  void stepsOfLayersAreThoseOfTheHistory() {
    var network = new ReportNets_ClassesImpl(1);
    History history = fit().recordLayers().run(network, training, validation);
    ReportPage page = ReportPage.of(Report.of(history).html()).requireRules();

    List<List<String>> table = page.table("steps-caption");
    assertThat(table).hasSize(1 + 2);
    for (int l = 0; l < 2; l++) {
      LayerHistory layer = history.layers().get(l);
      List<Double> ratios = layer.stepRatios();
      List<Double> norms = layer.gradientNorms();
      List<String> cells = table.get(1 + l);
      assertThat(cells.get(0)).isEqualTo("layer" + (2 + l));
      List<Double> expected =
          List.of(
              ratios.get(0),
              ratios.get(5),
              ratios.stream().min(Double::compare).orElseThrow(),
              ratios.stream().max(Double::compare).orElseThrow(),
              norms.get(0),
              norms.get(5));
      for (int c = 0; c < expected.size(); c++) {
        double shown = Double.parseDouble(cells.get(1 + c).replace('−', '-'));
        assertThat(shown).isCloseTo(expected.get(c), offset(1e-3 * expected.get(c)));
      }
    }
    assertThat(page.byId("steps").getElementsByTagName("path").getLength()).isGreaterThan(4);
  }

  @Test
  void saysHowToRecordLayersWhereTheyAreNot() {
    ReportPage page = ReportPage.of(trained().html());
    assertThat(page.byId("steps").getTextContent()).contains("was not recorded", "recordLayers()");
    assertThat(page.byId("steps").getElementsByTagName("svg").getLength()).isZero();
  }

  @Test
  void allowsNothingButItsOwnStyle() {
    assertThat(ReportPage.of(trained().html()).elements("meta"))
        .filteredOn(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
        .extracting(m -> m.getAttribute("content"))
        .containsExactly("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  }

  @Test
  void numbersInTheTableAreThoseOfTheHistory() {
    var network = new ReportNets_ClassesImpl(1);
    History history = fit().run(network, training, validation);

    List<List<String>> table = ReportPage.of(Report.of(history).html()).table("data-caption");

    assertThat(table.get(0))
        .containsExactly(
            "Epoch",
            "Running loss",
            "Validation loss",
            "Accuracy",
            "Learning rate",
            "Gradient norm");
    for (int e = 1; e <= 6; e++) {
      assertThat(table.get(e).stream().mapToDouble(Double::parseDouble))
          .containsExactly(
              (double) e,
              history.value(Monitor.trainingLoss(), e),
              history.value(Monitor.validationLoss(), e),
              history.value(Monitor.validation(Metrics.accuracy()), e),
              history.learningRates()[e - 1],
              history.gradientNorms()[e - 1]);
    }
    assertThat(table).hasSize(7);
  }

  @Test
  void countsAreThoseOfTheConfusion() {
    var network = new ReportNets_ClassesImpl(1);
    Confusion confusion = Confusion.of(network, validation);
    Report report = Report.of(new FixedHistory(1)).network(network).validation(validation);

    ReportPage page = ReportPage.of(report.html());

    List<List<String>> counts = page.table("confusion-caption");
    List<List<String>> scores = page.table("scores-caption");
    for (int is = 0; is < 3; is++) {
      for (int said = 0; said < 3; said++) {
        assertThat(counts.get(is + 1).get(said + 1))
            .isEqualTo(Integer.toString((int) confusion.count(is, said)));
      }
      assertThat(percent(scores.get(is + 1).get(2))).isCloseTo(confusion.precision(is), within());
      assertThat(percent(scores.get(is + 1).get(3))).isCloseTo(confusion.recall(is), within());
      assertThat(percent(scores.get(is + 1).get(4))).isCloseTo(confusion.f1(is), within());
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.000501);
  }

  private static double percent(String text) {
    return Double.parseDouble(text.replace("\u00a0%", "")) / 100;
  }

  @Test
  void areasAreThoseOfTheMetric() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      var network = new ReportNets_TwoImpl(seed);
      DoubleRows rows = ReportRows.two(30, random);
      rows = rows.weighted(random.doubles(30, 0.1, 2).toArray());
      Report report = Report.of(new FixedHistory(1)).network(network).validation(rows);

      List<List<String>> scores = ReportPage.of(report.html()).table("scores-caption");

      assertThat(percent(scores.get(1).get(5)))
          .isCloseTo(Metrics.rocAuc().of(network, rows), within());
      assertThat(scores.get(1).get(5)).isEqualTo(scores.get(2).get(5));
    }
  }

  @Test
  void worstRowsComeFirst() {
    var network = new ReportNets_ClassesImpl(1);
    Report report = Report.of(new FixedHistory(1)).network(network).validation(validation);
    int[] expected =
        IntStream.range(0, validation.size())
            .boxed()
            .sorted((a, b) -> Float.compare(loss(network, b), loss(network, a)))
            .mapToInt(Integer::intValue)
            .limit(24)
            .toArray();

    ReportPage page = ReportPage.of(report.html());

    assertThat(page.elements("h3"))
        .extracting(h -> h.getTextContent())
        .filteredOn(text -> text.startsWith("Row "))
        .containsExactly(Arrays.stream(expected).mapToObj(i -> "Row " + i).toArray(String[]::new));
  }

  private float loss(ReportNets.Classes network, int row) {
    return network.loss(validation.inputs()[row], validation.targets()[row]);
  }

  @Test
  void errorsOfNumbersAreThoseOfTheMetrics() {
    var network = new ReportNets_NumbersImpl(1);
    DoubleRows rows = ReportRows.numbers(50, new Random(4));
    Report report = Report.of(new FixedHistory(1)).network(network).validation(rows);

    ReportPage page = ReportPage.of(report.html()).requireRules();

    List<List<String>> errors = page.table("errors-caption");
    double mean =
        (Double.parseDouble(errors.get(1).get(1)) + Double.parseDouble(errors.get(2).get(1))) / 2;
    assertThat(mean)
        .isCloseTo(
            Metrics.meanAbsoluteError().of(network, rows),
            org.assertj.core.data.Offset.offset(1e-4));
    assertThat(page.elements("section").stream().map(s -> s.getAttribute("id")))
        .containsExactly("curves", "errors", "layers", "steps", "worst", "data");
  }

  @Test
  void sameRunGivesTheSameBytes() {
    assertThat(trained().html()).isEqualTo(trained().html());
  }

  @Test
  void listenerWritesAfterEachEpochAndAtTheEnd(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    int[] written = {0};
    FitListener counter =
        new FitListener() {
          @Override
          public void epochEnded(Run run) {
            ReportPage page = ReportPage.of(read(file)).requireRules();
            assertThat(page.text()).contains("the run still goes on");
            assertThat(page.table("data-caption")).hasSize(1 + run.epoch());
            written[0]++;
          }
        };
    var network = new ReportNets_ClassesImpl(1);

    History history =
        fit()
            .listener(Report.everyEpoch(file, r -> r.network(network).validation(validation)))
            .listener(counter)
            .run(network, training, validation);

    assertThat(written[0]).isEqualTo(6);
    assertThat(read(file))
        .isEqualTo(Report.of(history).network(network).validation(validation).html());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyEpochAloneShowsCurves(@TempDir Path folder) {
    Path file = folder.resolve("report.html");
    fit()
        .listener(Report.everyEpoch(file))
        .run(new ReportNets_ClassesImpl(1), training, validation);
    assertThat(ReportPage.of(read(file)).requireRules().elements("section")).hasSize(3);
  }

  @Test
  void failedWriteLeavesTheOldPage(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Report.of(new FixedHistory(1)).write(file);
    byte[] before = Files.readAllBytes(file);
    Report wrong = Report.of(new FixedHistory(1)).validation(validation);

    assertThatThrownBy(() -> wrong.write(file)).isInstanceOf(IllegalArgumentException.class);
    assertThat(file).hasBinaryContent(before);
    assertThatThrownBy(() -> Report.of(new FixedHistory(1)).write(folder.resolve("no/r.html")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void hostileTextsAreShownAndNotObeyed() {
    String hostile = "</style><script>alert(\"1\")</script>'&amp;\u0000\uD800\u202E<!--]]>";
    String shown = "</style><script>alert(\"1\")</script>'&amp;\uFFFD\uFFFD\uFFFD<!--]]>";
    FixedHistory history = new FixedHistory(1, 2);
    history.validationLosses = new double[] {2, 1};
    history.metrics = List.of(new NamedMetric(hostile, Goal.MAXIMIZE));
    history.metricValues = new double[][] {{1, 2}};
    Report report =
        Report.of(history)
            .title(hostile)
            .network(new ReportNets_ClassesImpl(1))
            .validation(validation)
            .names(hostile, "b", "c")
            .describe(row -> hostile);

    ReportPage page = ReportPage.of(report.html()).requireRules();

    assertThat(page.elements("h1").get(0).getTextContent()).isEqualTo(shown);
    assertThat(page.text()).doesNotContain("\u0000", "\u202E");
    assertThat(page.elements("p")).filteredOn(p -> p.getTextContent().equals(shown)).hasSize(24);
    assertThat(page.table("data-caption").get(0).get(3)).isEqualTo(shown);
  }

  @Test
  void historiesWithoutCurvesAreSaidInWords() {
    assertThat(ReportPage.of(Report.of(new FixedHistory()).html()).requireRules().text())
        .contains("0 epochs", "Running loss has no epoch yet.");
    assertThat(ReportPage.of(Report.of(new FixedHistory(NAN, INF)).html()).requireRules().text())
        .contains("Running loss is finite in none of 2 epochs.");
    assertThat(ReportPage.of(Report.of(new FixedHistory(0.5)).html()).requireRules().text())
        .contains("1 epoch, all epochs are done. Running loss is 0.5.");
    assertThat(ReportPage.of(Report.of(new FixedHistory(3, NAN, 1)).html()).requireRules().text())
        .contains(
            "Running loss falls from 3 to 1, lowest in epoch 3: 1. It is not finite in 1 epoch.");
  }

  @Test
  void outputsThatAreNaNCountAsNoClass() {
    var network = new ReportNets_ClassesImpl(1);
    float[][] inputs = ReportRows.floats(20, 4, new Random(5));
    inputs[7][2] = Float.NaN;
    int[] labels = new int[20];
    FloatRows rows = FloatRows.ofClasses(inputs, labels, 3);
    Report report = Report.of(new FixedHistory(1)).network(network).validation(rows);

    ReportPage page = ReportPage.of(report.html()).requireRules();

    assertThat(page.text())
        .contains("Of 1 an output is NaN", "Says NaN, is 0", "There is no curve");
    assertThat(page.elements("h3"))
        .extracting(h -> h.getTextContent())
        .filteredOn(text -> text.startsWith("Row "))
        .first()
        .isEqualTo("Row 7");
  }

  @Test
  void numbersOutOfAllRangeAreShown() {
    var network = new ReportNets_NumbersImpl(1);
    double[][] inputs = {{1, 2, 3, 4}, {NAN, 0, 0, 0}, {1e300, -1e300, 0, 0}, {INF, 0, 0, 0}};
    double[][] targets = {{1e308, -1e308}, {0, 2}, {-1e308, 1e308}, {5, 6}};
    Report report =
        Report.of(new FixedHistory(1e-300, 1e300, -1e308, 1e308))
            .network(network)
            .validation(DoubleRows.of(inputs, targets));
    ReportPage.of(report.html()).requireRules();
  }

  @Test
  void pageOfALongRunOfManyClassesIsSmall() {
    Random random = new Random(6);
    FloatRows rows = ReportRows.classes(2_000, 4096, 60, random);
    FixedHistory history = new FixedHistory(random.doubles(5_000).toArray());
    history.validationLosses = random.doubles(5_000).toArray();
    history.norms = random.doubles(5_000).toArray();
    history.rates = random.doubles(5_000).toArray();
    history.metrics =
        IntStream.range(0, 12)
            .mapToObj(i -> (Metric) new NamedMetric("metric " + i, Goal.MINIMIZE))
            .toList();
    history.metricValues = new double[12][];
    Arrays.setAll(history.metricValues, i -> random.doubles(5_000).toArray());
    Report report =
        Report.of(history)
            .network(new ReportNets_ManyImpl(1))
            .validation(rows)
            .images(64, 64)
            .names(
                IntStream.range(0, 60)
                    .mapToObj(i -> ("class " + i + " ").repeat(30))
                    .toArray(String[]::new))
            .describe(row -> "<".repeat(10_000));

    ReportPage page = ReportPage.of(report.html()).requireRules();

    assertThat(page.table("confusion-caption")).hasSize(51);
    assertThat(page.elements("img")).hasSize(24);
    assertThat(page.table("data-caption").size()).isBetween(200, 1001);
  }

  @Test
  void confusionOfManyClassesKeepsTheMostConfused() {
    Random random = new Random(8);
    FloatRows rows = ReportRows.classes(600, 4096, 60, random);
    var network = new ReportNets_ManyImpl(1);
    Confusion confusion = Confusion.of(network, rows);
    double[] confused = new double[60];
    for (int is = 0; is < 60; is++) {
      for (int said = 0; said < 60; said++) {
        if (is != said) {
          confused[is] += confusion.count(is, said);
          confused[said] += confusion.count(is, said);
        }
      }
    }
    double bound = Arrays.stream(confused).sorted().toArray()[10];

    Report report = Report.of(new FixedHistory(1)).network(network).validation(rows);
    List<String> shown =
        ReportPage.of(report.html()).table("confusion-caption").stream()
            .skip(1)
            .map(cells -> cells.get(0))
            .toList();

    for (int c = 0; c < 60; c++) {
      if (confused[c] > bound) {
        assertThat(shown).contains(Integer.toString(c));
      } else if (confused[c] < bound) {
        assertThat(shown).doesNotContain(Integer.toString(c));
      }
    }
  }

  @Test
  void timeAndCheckAreShownIfTheyAreGiven() {
    var network = new ReportNets_TwoImpl(1);
    DoubleRows rows = ReportRows.two(5, new Random(1));
    GradientCheck check = GradientCheck.check(network, rows.inputs(), rows.targets());
    Report report = Report.of(new FixedHistory(1));

    assertThat(report.html()).doesNotContain("Duration", "Gradient check");
    assertThat(report.duration(Duration.ofMillis(2500)).gradientCheck(check).html())
        .contains("<td>2.5 s</td>", "✓ passed: largest relative error");
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    Report report = Report.of(new FixedHistory(1));
    Report withNetwork = report.network(new ReportNets_ClassesImpl(1));

    assertThatThrownBy(report.validation(validation)::html)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the validation rows have no network: call network as well");
    assertThatThrownBy(withNetwork.validation(ReportRows.two(3, new Random(1)))::html)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of floats, so give FloatRows");
    assertThatThrownBy(withNetwork.names("a", "b")::html)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are names of 2 classes, but the network has 3 outputs");
    assertThatThrownBy(withNetwork.images(3, 3)::html)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("images are 3 by 3, but a row has 4 numbers");
    assertThatThrownBy(() -> report.images(0, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reportsAreValues() {
    Report report = Report.of(new FixedHistory(1));
    String before = report.html();
    assertThat(report.title("another").html()).isNotEqualTo(before);
    assertThat(report.html()).isEqualTo(before);
  }
}
