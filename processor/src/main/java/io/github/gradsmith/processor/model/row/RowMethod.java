package io.github.gradsmith.processor.model.row;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An abstract method that may be one of rows.
 *
 * @param signature its name and erased parameter types with packages
 * @param place the method if it is in source, else the network interface
 */
public record RowMethod(
    String name,
    String signature,
    RowType returned,
    List<RowType.Parameter> parameters,
    Place place) {
  public RowMethod {
    parameters = List.copyOf(parameters);
  }

  /** What messages call it, such as {@code price(House)}. */
  public String text() {
    return name
        + parameters.stream()
            .map(parameter -> parameter.type().text())
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
