package io.github.gradsmith.processor.model.row;

import java.util.List;
import java.util.Optional;

/**
 * The typed rows of a network, always valid.
 *
 * @param row the record that is a row
 * @param inputs its components that become inputs, in order
 * @param enums the enums of components and outputs, by number
 * @param example the record that holds a row and its targets, if a method names one
 * @param outputs what the outputs mean; empty if no method says so
 * @param methods to generate
 * @param adaptsLayers whether adapting sets the statistics of layers, too
 * @param baked what the compiled weights say of rows, if any are
 */
public record RowModel(
    RowType.Row row,
    List<RowColumn> inputs,
    List<RowType.Constants> enums,
    Optional<Example> example,
    List<RowTarget> outputs,
    List<Method> methods,
    boolean adaptsLayers,
    Optional<Baked> baked) {
  public RowModel {
    inputs = List.copyOf(inputs);
    enums = List.copyOf(enums);
    outputs = List.copyOf(outputs);
    methods = List.copyOf(methods);
  }

  /**
   * The record of examples.
   *
   * @param row its component that is the row
   * @param targets the others, in order
   */
  public record Example(RowType.Row type, String row, List<RowTarget> targets) {
    public Example {
      targets = List.copyOf(targets);
    }

    /** Whether statistics scale one of them. */
    public boolean isScaled() {
      return targets.stream().anyMatch(RowTarget::isScaled);
    }
  }

  /**
   * A method.
   *
   * @param returned its return type
   * @param parameters names of its parameters
   * @param outputs what it returns of the outputs, in order
   */
  public record Method(
      String name,
      RowForm form,
      RowType returned,
      List<String> parameters,
      List<RowTarget> outputs) {
    public Method {
      parameters = List.copyOf(parameters);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * What compiled weights say of rows.
   *
   * @param inputs mean and deviation, and minimum and maximum if there are ranges, of all numbers
   * @param targets likewise, of the scaled targets
   */
  public record Baked(String features, String outputs, double[] inputs, double[] targets) {}

  /** Scaled numbers of a row. */
  public int numbers() {
    return inputs.stream().mapToInt(column -> column.encoding().numbers()).sum();
  }

  /** Inputs of a row. */
  public int width() {
    return inputs.stream().mapToInt(RowColumn::width).sum();
  }

  /** Whether the network has a method of a form. */
  public boolean has(RowForm form) {
    return methods.stream().anyMatch(method -> method.form() == form);
  }
}
