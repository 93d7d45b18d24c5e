package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.model.row.RowType;
import java.util.ArrayList;
import java.util.List;

/** The enums of components and outputs, numbered as they come. */
final class RowEnums {
  private final List<RowType.Constants> enums = new ArrayList<>();

  int number(RowType.Constants type) {
    for (int i = 0; i < enums.size(); i++) {
      if (enums.get(i).name().equals(type.name())) {
        return i;
      }
    }
    enums.add(type);
    return enums.size() - 1;
  }

  List<RowType.Constants> all() {
    return List.copyOf(enums);
  }
}
