package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;

/** The checker of the W3C, by its authors, has nothing to say about the pages and their styles. */
class ReportValidityTest {
  @Test
  void pageOfClassesIsValid() throws Exception {
    assertThat(messages(ReportSamples.classes().html())).isEmpty();
  }

  @Test
  void pageOfNumbersIsValid() throws Exception {
    assertThat(messages(ReportSamples.numbers().html())).isEmpty();
  }

  @Test
  void pageWithoutEpochsIsValid() throws Exception {
    assertThat(messages(Report.of(new FixedHistory()).html())).isEmpty();
  }

  @Test
  void checkerFindsWhatIsWrong() throws Exception {
    String page = ReportSamples.numbers().html();
    assertThat(messages(page.replace("<main>", "<main><li>stray</li>"))).contains("li");
    assertThat(messages(page.replace("border-collapse:", "border-colapse:"))).contains("colapse");
  }

  /** All errors and warnings; the sheet's own CSS is checked, too. */
  private static String messages(String page) throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return validator.validate(new ByteArrayInputStream(bytes)).strip();
  }
}
