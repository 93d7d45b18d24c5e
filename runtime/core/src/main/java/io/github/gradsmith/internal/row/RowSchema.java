package io.github.gradsmith.internal.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the rows of a network become numbers: a line for each component and for each thing that the
 * outputs mean. It is built once, when the generated class is initialised, and does not change.
 */
public final class RowSchema {
  static final String STANDARD = "standard";
  static final String RANGE = "range";

  /** Begins the encoding of an output that known numbers scale: {@code rescaled(scale;offset)}. */
  static final String RESCALED = "rescaled(";

  static final String ANY = "any";
  static final String NUMBER = "number";

  /** Behind the encoding of what may be missing. */
  static final String MISSING = "?";

  private static final int NONE = -1;

  final String network;
  final String row;
  final String learnt;
  final List<String> enums;
  final List<String[]> constants;
  final List<String> names;
  final List<String> encodings;
  final List<Integer> enumOf;
  final List<String> outputNames;
  final List<String> outputs;
  final List<Integer> outputEnums;

  /** Of each scaled number of a row: the component. */
  final List<String> numbers;

  /** Of each scaled number of a row: the input that it becomes. */
  final List<Integer> places;

  final boolean[] mayMiss;
  final boolean[] ranged;

  private RowSchema(Builder builder) {
    network = builder.network;
    row = builder.row;
    learnt = builder.learnt;
    enums = List.copyOf(builder.enums);
    constants = Collections.unmodifiableList(builder.constants);
    names = List.copyOf(builder.names);
    encodings = List.copyOf(builder.encodings);
    enumOf = List.copyOf(builder.enumOf);
    outputNames = List.copyOf(builder.outputNames);
    outputs = List.copyOf(builder.outputs);
    outputEnums = List.copyOf(builder.outputEnums);
    numbers = List.copyOf(builder.numbers);
    places = List.copyOf(builder.places);
    mayMiss = new boolean[numbers.size()];
    ranged = new boolean[numbers.size()];
    for (int i = 0; i < numbers.size(); i++) {
      String encoding = builder.scaledAs.get(i);
      mayMiss[i] = encoding.endsWith(MISSING);
      ranged[i] = encoding.startsWith(RANGE);
    }
  }

  /**
   * Begins one.
   *
   * @param network the interface, for messages
   * @param row the record
   */
  public static Builder of(String network, String row) {
    return new Builder(network, row);
  }

  /** The rows as files write them, with constants in these orders. */
  String features(int[][] columns) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      entries.add(names.get(i) + ":" + text(encodings.get(i), enumOf.get(i), columns));
    }
    return row + "(" + String.join(",", entries) + ")";
  }

  /** What the outputs mean as files write it. */
  String outputs(List<String> encodings, int[][] columns) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < encodings.size(); i++) {
      entries.add(text(encodings.get(i), outputEnums.get(i), columns));
    }
    return String.join(",", entries);
  }

  /** Constants stand behind the name of the encoding, before the mark of what may be missing. */
  private String text(String encoding, int number, int[][] columns) {
    if (number == NONE) {
      return encoding;
    }
    String[] ordered = new String[columns[number].length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[columns[number][i]] = constants.get(number)[i];
    }
    String list = "{" + String.join("|", ordered) + "}";
    return encoding.endsWith(MISSING)
        ? encoding.substring(0, encoding.length() - 1) + list + MISSING
        : encoding + list;
  }

  /** Whether an output of that encoding is scaled by statistics. */
  static boolean isScaled(String encoding) {
    return encoding.equals(STANDARD) || encoding.equals(RANGE);
  }

  /**
   * Factor and term of an output that known numbers scale; null of another one or a damaged one.
   */
  static double[] rescaling(String encoding) {
    if (!encoding.startsWith(RESCALED)) {
      return null;
    }
    int between = encoding.indexOf(';');
    try {
      double factor = Double.parseDouble(encoding.substring(RESCALED.length(), between));
      double term = Double.parseDouble(encoding.substring(between + 1, encoding.length() - 1));
      boolean isUsable = factor != 0 && Math.abs(factor) + Math.abs(term) <= Double.MAX_VALUE;
      return isUsable ? new double[] {factor, term} : null;
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Numbers of the outputs that one of them takes. */
  int widthOfOutput(int output) {
    int number = outputEnums.get(output);
    return number == NONE ? 1 : constants.get(number).length;
  }

  int widthOfOutputs() {
    int width = 0;
    for (int i = 0; i < outputs.size(); i++) {
      width += widthOfOutput(i);
    }
    return width;
  }

  /** The columns of an order: each constant at its own place. */
  int[][] columnsAsDeclared() {
    int[][] columns = new int[constants.size()][];
    for (int e = 0; e < columns.length; e++) {
      columns[e] = new int[constants.get(e).length];
      for (int i = 0; i < columns[e].length; i++) {
        columns[e][i] = i;
      }
    }
    return columns;
  }

  /** The text of a file for rows and outputs, with constants as they are declared. */
  public String features() {
    return features(columnsAsDeclared());
  }

  /** Likewise of outputs. */
  public String outputs() {
    return outputs(outputs, columnsAsDeclared());
  }

  /**
   * What makes rows of a file others than these.
   *
   * @param features what the file says of rows
   * @return a sentence that names the component; null if they are the same
   */
  public String differenceOfRows(String features) {
    return new RowComparison(this).ofRows(features);
  }

  /** As {@link #differenceOfRows}, for outputs. */
  public String differenceOfOutputs(String outputs) {
    return new RowComparison(this).ofOutputs(outputs);
  }

  /** Whether any number of a row is scaled by statistics. */
  public boolean hasNumbers() {
    return !numbers.isEmpty();
  }

  /** Whether any number of a row is scaled by its range. */
  public boolean hasRanges() {
    for (boolean one : ranged) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /** Puts a schema together, line by line. */
  public static final class Builder {
    private final String network;
    private final String row;
    private String learnt = "";
    private final List<String> enums = new ArrayList<>();
    private final List<String[]> constants = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> encodings = new ArrayList<>();
    private final List<Integer> enumOf = new ArrayList<>();
    private final List<String> outputNames = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<Integer> outputEnums = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<String> scaledAs = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    private Builder(String network, String row) {
      this.network = network;
      this.row = row;
    }

    /** How statistics are learnt, for a message: {@code call adapt(Collection<Sale>)}. */
    public Builder learntBy(String call) {
      learnt = call;
      return this;
    }

    /**
     * An enum, the next number from 0.
     *
     * @param expected its constants when the network was generated
     * @throws IllegalStateException if it has another number of them now
     */
    public Builder constants(String name, int expected, Enum<?>[] constants) {
      if (constants.length != expected) {
        throw new IllegalStateException(
            name
                + " had "
                + expected
                + " constants when the class of "
                + network
                + " was generated and has "
                + constants.length
                + " now. Compile "
                + network
                + " again.");
      }
      return constants(name, Arrays.stream(constants).map(Enum::name).collect(Collectors.toList()));
    }

    /** An enum of these constants, the next number from 0. */
    public Builder constants(String name, List<String> constants) {
      enums.add(name);
      this.constants.add(constants.toArray(new String[0]));
      return this;
    }

    /** A component that needs nothing of the data. */
    public Builder input(String name, String encoding) {
      return input(name, encoding, NONE);
    }

    /** A component of an enum, whose constants have columns. */
    public Builder input(String name, String encoding, int number) {
      names.add(name);
      encodings.add(encoding);
      enumOf.add(number);
      return this;
    }

    /**
     * A component of numbers that are scaled by statistics.
     *
     * @param at the first input that it becomes
     * @param count how many numbers it has
     */
    public Builder scaled(String name, String encoding, int at, int count) {
      for (int i = 0; i < count; i++) {
        numbers.add(count == 1 ? name : name + "[" + i + "]");
        scaledAs.add(encoding);
        places.add(at + i);
      }
      return input(name, count == 1 ? encoding : encoding + "(" + count + ")");
    }

    /** A number or a boolean of the outputs. */
    public Builder output(String name, String encoding) {
      return output(name, encoding, NONE);
    }

    /** A constant of an enum, of as many outputs. */
    public Builder output(String name, String encoding, int number) {
      outputNames.add(name);
      outputs.add(encoding);
      outputEnums.add(number);
      return this;
    }

    /** The schema. */
    public RowSchema build() {
      return new RowSchema(this);
    }
  }
}
