package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.gradsmith.training.Fit;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.LayerHistory;
import io.github.gradsmith.training.Monitor;
import io.github.gradsmith.training.Report;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page about a run of 30 epochs, as {@code mnist train --report} writes it. */
class DigitsReportTest {
  private static final int EPOCHS = 30;

  private static History history;
  private static String html;
  private static Document page;

  @BeforeAll
  static void train() throws Exception {
    Fit fit = Fit.epochs(EPOCHS).batchSize(10).learningRate(3).seed(1).recordLayers();
    Training training = TrainingTest.small(DigitNet.create(1), fit);
    history = training.run();
    html = training.report(history).html();
    page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void isSmall() {
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
  }

  @Test
  void hasNoScriptAndLoadsNothing() {
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(html).doesNotContain("http:", "https:", "javascript:", "@import");
  }

  /**
   * Colours and their contrasts are those of every report, which the module's own tests compute.
   */
  @Test
  void hasTheStyleOfEveryReport() {
    String style = page.getElementsByTagName("style").item(0).getTextContent();
    assertThat(style).contains("prefers-color-scheme:dark");
    assertThat(Report.of(history).html()).contains("<style>" + style + "</style>");
    assertThat(html).doesNotContain(" style=");
  }

  /** The checker of the W3C, by its authors, has nothing to say. */
  @Test
  void isValid() throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    assertThat(validator.validate(new ByteArrayInputStream(bytes)).strip()).isEmpty();
  }

  @Test
  void numbersOfTheTableAreThoseOfTheHistory() {
    List<List<String>> rows = table("data-caption");
    assertThat(rows.get(0))
        .containsExactly("Epoch", "Running loss", "Validation loss", "Accuracy", "Learning rate");
    assertThat(rows).hasSize(1 + EPOCHS);
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      List<String> cells = rows.get(epoch);
      List<Double> expected =
          List.of(
              (double) epoch,
              history.value(Monitor.trainingLoss(), epoch),
              history.value(Monitor.validationLoss(), epoch),
              history.value(Monitor.validation(history.metrics().get(0)), epoch),
              history.learningRates()[epoch - 1]);
      assertThat(cells.stream().map(Double::valueOf)).isEqualTo(expected);
    }
  }

  @Test
  void sayHowLargeTheStepsOfEachLayerAre() {
    List<List<String>> rows = table("steps-caption");
    assertThat(rows.stream().map(cells -> cells.get(0)))
        .containsExactly("Layer", "layer2", "layer3");
    for (int l = 0; l < 2; l++) {
      LayerHistory layer = history.layers().get(l);
      double last = layer.stepRatios().get(EPOCHS - 1);
      assertThat(Double.parseDouble(rows.get(1 + l).get(2))).isCloseTo(last, withPercentage(0.1));
    }
  }

  @Test
  void showsClassesAndTheWorstImages() {
    assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(24);
    assertThat(table("confusion-caption").get(0)).hasSizeGreaterThan(10);
    assertThat(table("scores-caption")).hasSizeGreaterThan(10);
  }

  /** The cells of the table with a caption of that id. */
  private static List<List<String>> table(String caption) {
    NodeList captions = page.getElementsByTagName("caption");
    for (int i = 0; i < captions.getLength(); i++) {
      if (((Element) captions.item(i)).getAttribute("id").equals(caption)) {
        return rows((Element) captions.item(i).getParentNode());
      }
    }
    throw new AssertionError("no table has the caption " + caption);
  }

  private static List<List<String>> rows(Element table) {
    List<List<String>> rows = new ArrayList<>();
    NodeList lines = table.getElementsByTagName("tr");
    for (int i = 0; i < lines.getLength(); i++) {
      List<String> cells = new ArrayList<>();
      for (var cell = lines.item(i).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
        if (cell instanceof Element) {
          cells.add(cell.getTextContent());
        }
      }
      rows.add(cells);
    }
    return rows;
  }
}
