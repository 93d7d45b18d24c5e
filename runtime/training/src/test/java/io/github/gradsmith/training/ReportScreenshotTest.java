package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as Chromium shows it, if that is there. */
class ReportScreenshotTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  @TempDir Path folder;

  @Test
  void pageIsDrawnByDay() throws Exception {
    Set<Integer> colours = colours(screenshot(1200, false));
    assertThat(colours).contains(0xffffff, 0x0072b2, 0xd55e00, 0x1b1f23);
  }

  @Test
  void pageIsDrawnByNight() throws Exception {
    Set<Integer> colours = colours(screenshot(1200, true));
    assertThat(colours).contains(0x14171a, 0x56b4e9, 0xe69f00, 0xe8eaed).doesNotContain(0x0072b2);
  }

  /** Nothing but what scrolls by itself reaches the right edge of a narrow page. */
  @Test
  void narrowPageHasAMarginOnTheRight() throws Exception {
    BufferedImage image = screenshot(500, false);
    for (int y = 0; y < image.getHeight(); y++) {
      assertThat(image.getRGB(image.getWidth() - 3, y) & 0xffffff)
          .as("line %s", y)
          .isEqualTo(0xffffff);
    }
  }

  private BufferedImage screenshot(int width, boolean byNight) throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium");
    Path page = folder.resolve("report.html");
    ReportSamples.classes().write(page);
    Path image = folder.resolve("report.png");
    Process chromium =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--blink-settings=preferredColorScheme=" + (byNight ? 0 : 1),
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + ",3000",
                "--screenshot=" + image,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "chromium.log"))
            .start();
    try {
      assumeTrue(chromium.waitFor(60, TimeUnit.SECONDS), "Chromium does not come to an end");
    } finally {
      chromium.destroyForcibly().waitFor();
    }
    assumeTrue(Files.exists(image), "Chromium does not run here");
    return read(image);
  }

  private static BufferedImage read(Path image) throws IOException {
    return ImageIO.read(image.toFile());
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & 0xffffff);
      }
    }
    return colours;
  }
}
