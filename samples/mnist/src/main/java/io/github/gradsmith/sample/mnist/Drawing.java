package io.github.gradsmith.sample.mnist;

/** An image in characters: two to a pixel, as characters are about twice as high as wide. */
final class Drawing {
  private static final String SHADES = " ░▒▓█";

  private Drawing() {}

  /** 28 lines of 56 characters in a frame. */
  static String of(float[] image) {
    String edge = "─".repeat(2 * Digits.SIDE);
    StringBuilder text = new StringBuilder("┌" + edge + "┐\n");
    for (int row = 0; row < Digits.SIDE; row++) {
      text.append('│');
      for (int column = 0; column < Digits.SIDE; column++) {
        char shade = shade(image[row * Digits.SIDE + column]);
        text.append(shade).append(shade);
      }
      text.append("│\n");
    }
    return text.append("└" + edge + "┘\n").toString();
  }

  /** Paper for 0 alone, full ink above three quarters. */
  private static char shade(float pixel) {
    return SHADES.charAt((int) Math.ceil(pixel * (SHADES.length() - 1)));
  }
}
