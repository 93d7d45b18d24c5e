package io.github.gradsmith.processor.model.row;

import java.util.List;

/**
 * What some of the outputs mean.
 *
 * @param path the components from an example to it; of a component of outputs, that alone
 * @param type a number, a boolean or an enum
 * @param kind how it is learnt
 * @param at the first output
 * @param width how many of them
 * @param enumNumber the number of its enum; −1 without one
 */
public record RowTarget(
    List<RowColumn.Step> path, RowType type, Kind kind, int at, int width, int enumNumber) {
  public RowTarget {
    path = List.copyOf(path);
  }

  /** How a target is learnt. */
  public sealed interface Kind {
    /** What files call it. */
    String text();
  }

  /** A number whose scaling a file may tell. */
  public record Open() implements Kind {
    @Override
    public String text() {
      return "any";
    }
  }

  /** A number as it is. */
  public record Plain() implements Kind {
    @Override
    public String text() {
      return "number";
    }
  }

  /** By mean and deviation of the examples. */
  public record Standard() implements Kind {
    @Override
    public String text() {
      return "standard";
    }
  }

  /** By their range. */
  public record Range() implements Kind {
    @Override
    public String text() {
      return "range";
    }
  }

  /** By known numbers. */
  public record Rescaled(double scale, double offset) implements Kind {
    @Override
    public String text() {
      return "rescaled(" + scale + ";" + offset + ")";
    }
  }

  /** 0 or 1. */
  public record Flag() implements Kind {
    @Override
    public String text() {
      return "boolean";
    }
  }

  /** A constant of an enum. */
  public record Choice(String text) implements Kind {}

  /** The component's names with dots between them. */
  public String name() {
    return String.join(".", path.stream().map(RowColumn.Step::name).toList());
  }

  /** Whether statistics of the examples scale it. */
  public boolean isScaled() {
    return kind instanceof Standard || kind instanceof Range;
  }

  /** Whether a file may say that statistics scale it, or they do. */
  public boolean needsState() {
    return isScaled() || kind instanceof Open;
  }
}
