package io.github.gradsmith.training.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GrayImageTest {
  @Test
  void imagesAreReadByTheJdk() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int width = 1 + random.nextInt(GrayImage.MOST);
      int height = 1 + random.nextInt(GrayImage.MOST);
      double[] values = random.doubles((long) width * height, -1, 2).toArray();

      BufferedImage image = read(GrayImage.of(values, width, height, 0, 1));

      assertThat(image.getWidth()).isEqualTo(width);
      assertThat(image.getHeight()).isEqualTo(height);
      for (int i = 0; i < values.length; i++) {
        double shown = Math.min(1, Math.max(0, values[i]));
        int gray = image.getRaster().getSample(i % width, i / width, 0);
        assertThat(gray).isEqualTo((int) Math.rint(15 * shown));
      }
    }
  }

  @Test
  void largeImagesAreAveraged() throws IOException {
    double[] values = new double[64 * 33];
    values[0] = 1;
    values[1] = 1;
    values[64] = 1;
    BufferedImage image = read(GrayImage.of(values, 64, 33, 0, 1));
    assertThat(image.getWidth()).isEqualTo(32);
    assertThat(image.getHeight()).isEqualTo(17);
    assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo((int) Math.rint(15 * 0.75));
    assertThat(image.getRaster().getSample(1, 0, 0)).isZero();
  }

  @Test
  void imagesWithoutRangeOrNumbersAreBlack() throws IOException {
    assertThat(read(GrayImage.of(new double[] {5}, 1, 1, 5, 5)).getRaster().getSample(0, 0, 0))
        .isZero();
    assertThat(
            read(GrayImage.of(new double[] {Double.NaN}, 1, 1, 0, 1))
                .getRaster()
                .getSample(0, 0, 0))
        .isZero();
  }

  private static BufferedImage read(GrayImage image) throws IOException {
    String uri = image.dataUri();
    assertThat(uri).startsWith("data:image/png;base64,");
    byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
