package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.row.RowForm;
import io.github.gradsmith.processor.model.row.RowMethod;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one record that is a row and the one that is an example.
 *
 * @param row empty if there are several, which is a fault
 * @param rowMethod the method that names the row first
 * @param exampleMethod the method that names the example first
 */
record RowTypes(
    Optional<RowType.Row> row,
    RowMethod rowMethod,
    Optional<RowType.Row> example,
    RowMethod exampleMethod) {

  /** Of the methods of rows, whose first parameters are all records or collections of them. */
  static RowTypes of(Map<RowMethod, RowForm> forms, RowFaults faults, String network) {
    Optional<RowMethod> named =
        forms.keySet().stream().filter(method -> namesRow(forms.get(method))).findFirst();
    RowMethod rowMethod = named.orElseGet(() -> forms.keySet().iterator().next());
    RowType.Row row = named.map(RowTypes::first).orElseGet(() -> within(first(rowMethod), forms));
    for (RowMethod method : forms.keySet()) {
      if (namesRow(forms.get(method)) && !is(first(method), row)) {
        second(faults, method, network, row, rowMethod);
        return new RowTypes(Optional.empty(), rowMethod, Optional.empty(), null);
      }
    }
    RowMethod exampleMethod = null;
    for (RowMethod method : forms.keySet()) {
      boolean isExample =
          !namesRow(forms.get(method))
              && !(forms.get(method) == RowForm.ADAPT && is(first(method), row));
      if (isExample && exampleMethod == null) {
        exampleMethod = method;
      } else if (isExample && !is(first(method), first(exampleMethod))) {
        second(faults, method, network, first(exampleMethod), exampleMethod);
        return new RowTypes(Optional.empty(), rowMethod, Optional.empty(), null);
      }
    }
    return new RowTypes(
        Optional.of(row),
        rowMethod,
        Optional.ofNullable(exampleMethod).map(RowTypes::first),
        exampleMethod);
  }

  private static void second(
      RowFaults faults, RowMethod method, String network, RowType.Row row, RowMethod before) {
    faults.add(
        RowMessage.SECOND_ROW,
        method.place(),
        network,
        first(method).text(),
        row.text(),
        before.text());
  }

  /** An example's row: its only component that is a record; else it is the row itself. */
  private static RowType.Row within(RowType.Row type, Map<RowMethod, RowForm> forms) {
    List<RowType.Row> records =
        type.components().stream()
            .map(component -> component.type())
            .filter(RowType.Row.class::isInstance)
            .map(RowType.Row.class::cast)
            .toList();
    boolean isAlone = forms.values().stream().allMatch(form -> form == RowForm.ADAPT);
    return records.size() == 1 && !isAlone ? records.get(0) : type;
  }

  private static boolean namesRow(RowForm form) {
    return form != RowForm.ADAPT && form != RowForm.ROWS && form != RowForm.STEP;
  }

  static RowType.Row first(RowMethod method) {
    RowType type = method.parameters().get(0).type();
    return (RowType.Row) (type instanceof RowType.CollectionOf all ? all.of() : type);
  }

  /** Whether a method takes rows, not examples. */
  static boolean takesRows(RowMethod method, RowType.Row row) {
    return is(first(method), row);
  }

  static boolean is(RowType type, RowType.Row row) {
    return type instanceof RowType.Row other && other.name().equals(row.name());
  }
}
