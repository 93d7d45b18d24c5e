package io.github.gradsmith.processor.model.row;

import java.util.List;

/**
 * A component that becomes inputs, always valid.
 *
 * @param path the components from the row to it, the last one itself
 * @param type of it
 * @param encoding how it becomes numbers
 * @param isMissable whether a flag behind its numbers says that it is missing
 * @param at the first input
 * @param width how many of them, the flag counted
 * @param number the first of its scaled numbers among all; −1 without any
 * @param enumNumber the number of its enum; −1 without one
 */
public record RowColumn(
    List<Step> path,
    RowType type,
    RowEncoding encoding,
    boolean isMissable,
    int at,
    int width,
    int number,
    int enumNumber) {
  public RowColumn {
    path = List.copyOf(path);
  }

  /**
   * A component on the way to another one.
   *
   * @param type the record that it is; of the last one, the component's own
   */
  public record Step(String name, RowType type) {}

  /** The component's names with dots between them. */
  public String name() {
    return String.join(".", path.stream().map(Step::name).toList());
  }

  /** What files call its encoding. */
  public String fileText() {
    return encoding.text() + (isMissable ? "?" : "");
  }
}
