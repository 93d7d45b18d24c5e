package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.GradientCheck;
import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.internal.loop.Settings;
import io.github.gradsmith.training.internal.outcome.DoubleSubject;
import io.github.gradsmith.training.internal.outcome.FloatSubject;
import io.github.gradsmith.training.internal.outcome.Subject;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** What a report is given. It is changed while it is made, and never again. */
public final class Content implements Cloneable {
  public History history;
  public String title = "Training report";

  /** All that follows is null, 0 or empty unless it was given. */
  public Settings settings;

  public TrainingRows<?> training;
  FloatNetwork floats;
  DoubleNetwork doubles;
  FloatRows floatRows;
  DoubleRows doubleRows;
  public List<String> classNames = List.of();
  int imageWidth;
  int imageHeight;
  public IntFunction<String> rowTexts;
  public GradientCheck check;
  public Duration duration;

  /** Takes a network of one precision; the other one is null. */
  public void network(FloatNetwork floats, DoubleNetwork doubles) {
    this.floats = floats;
    this.doubles = doubles;
  }

  /** Takes rows of one precision; the other ones are null. */
  public void rows(FloatRows floatRows, DoubleRows doubleRows) {
    this.floatRows = floatRows;
    this.doubleRows = doubleRows;
  }

  /** Takes a size of images. */
  public void images(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "images are " + width + " by " + height + ", expected at least 1 by 1");
    }
    imageWidth = width;
    imageHeight = height;
  }

  /** Another one that holds the same. */
  public Content copy() {
    try {
      return (Content) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The network with its rows; null without a network.
   *
   * @throws IllegalArgumentException if what was given does not go together
   */
  Subject subject() {
    if (floats == null && doubles == null) {
      requireNoRows(floatRows != null || doubleRows != null, "call network as well");
      return null;
    }
    Subject subject;
    if (floats != null) {
      requireNoRows(doubleRows != null, "the network is of floats, so give FloatRows");
      subject = new FloatSubject(floats, floatRows);
    } else {
      requireNoRows(floatRows != null, "the network is of doubles, so give DoubleRows");
      subject = new DoubleSubject(doubles, doubleRows);
    }
    requireNames(subject);
    requireImages(subject);
    return subject;
  }

  private static void requireNoRows(boolean areGiven, String cure) {
    if (areGiven) {
      throw new IllegalArgumentException("the validation rows have no network: " + cure);
    }
  }

  private void requireNames(Subject subject) {
    int[] widths = subject.topology().widths();
    int outputs = widths[widths.length - 1];
    boolean fit = outputs == classNames.size() || outputs == 1 && classNames.size() == 2;
    if (!classNames.isEmpty() && !fit) {
      throw new IllegalArgumentException(
          "there are names of "
              + classNames.size()
              + " classes, but the network has "
              + Sentence.count(outputs, "output"));
    }
  }

  private void requireImages(Subject subject) {
    int inputs = subject.topology().widths()[0];
    if (imageWidth > 0 && (long) imageWidth * imageHeight != inputs) {
      throw new IllegalArgumentException(
          "images are "
              + imageWidth
              + " by "
              + imageHeight
              + ", but a row has "
              + Sentence.count(inputs, "number"));
    }
  }
}
