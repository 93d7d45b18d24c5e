package io.github.gradsmith.processor.model.row;

import java.util.List;

/** How a component becomes numbers. */
public sealed interface RowEncoding {
  /** What files call it, without what follows of enums and missing ones. */
  String text();

  /** Its numbers, given those of its enum. */
  default int width(int constants) {
    return 1;
  }

  /** By mean and deviation of the rows. */
  record Standard() implements RowEncoding {
    @Override
    public String text() {
      return "number";
    }
  }

  /** By the least and the largest number of the rows. */
  record Range() implements RowEncoding {
    @Override
    public String text() {
      return "range";
    }
  }

  /** By known numbers. */
  record Rescaled(double scale, double offset) implements RowEncoding {
    @Override
    public String text() {
      return "rescaled(" + scale + ";" + offset + ")";
    }
  }

  /** Not at all. */
  record Plain() implements RowEncoding {
    @Override
    public String text() {
      return "asis";
    }
  }

  /** 0 or 1. */
  record Flag() implements RowEncoding {
    @Override
    public String text() {
      return "boolean";
    }
  }

  /** A number for each constant. */
  record OneHot() implements RowEncoding {
    @Override
    public String text() {
      return "enum";
    }

    @Override
    public int width(int constants) {
      return constants;
    }
  }

  /** The position of a constant. */
  record Position() implements RowEncoding {
    @Override
    public String text() {
      return "index";
    }
  }

  /**
   * Sine and cosine.
   *
   * @param period of a number; of an enum, its constants; of a time, a day
   * @param text what files call it
   */
  record Cycle(double period, String text) implements RowEncoding {
    @Override
    public int width(int constants) {
      return 2;
    }
  }

  /** A number for each bin. */
  record Bins(List<Double> edges) implements RowEncoding {
    public Bins {
      edges = List.copyOf(edges);
    }

    @Override
    public String text() {
      return "bins(" + String.join(";", edges.stream().map(String::valueOf).toList()) + ")";
    }

    @Override
    public int width(int constants) {
      return edges.size() + 1;
    }
  }

  /** A number for each bin of a hash. */
  record Hash(int bins) implements RowEncoding {
    @Override
    public String text() {
      return "hash1/" + bins;
    }

    @Override
    public int width(int constants) {
      return bins;
    }
  }

  /** A number for each word, and one for all others. */
  record Words(List<String> words) implements RowEncoding {
    public Words {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      return "words(" + String.join(";", words.stream().map(Words::escaped).toList()) + ")";
    }

    /** Without what a list in a file is taken apart at. */
    private static String escaped(String word) {
      StringBuilder text = new StringBuilder();
      for (char c : word.toCharArray()) {
        if (",;:|(){}?%".indexOf(c) >= 0) {
          text.append('%').append(Integer.toHexString(c));
        } else {
          text.append(c);
        }
      }
      return text.toString();
    }

    @Override
    public int width(int constants) {
      return words.size() + 1;
    }
  }

  /** An array: each number by statistics of its own, or as it is. */
  record Several(int size, boolean isScaled) implements RowEncoding {
    @Override
    public String text() {
      return isScaled ? "number" : "asis(" + size + ")";
    }

    @Override
    public int width(int constants) {
      return size;
    }
  }

  /** How many statistics it needs. */
  default int numbers() {
    if (this instanceof Several several) {
      return several.isScaled() ? several.size() : 0;
    }
    return this instanceof Standard || this instanceof Range ? 1 : 0;
  }
}
