package io.github.gradsmith.internal.row;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what is other in a file than in a network's own rows. */
final class RowComparison {
  private final RowSchema schema;

  RowComparison(RowSchema schema) {
    this.schema = schema;
  }

  /** The components of a text such as {@code House(area:number)}. */
  static List<RowEntry> components(String features) {
    int open = features.indexOf('(');
    return RowEntry.listOf(
        open < 0
            ? features
            : features.substring(open + 1, Math.max(open + 1, features.length() - 1)));
  }

  /** Null if they are the same. */
  String ofRows(String features) {
    String theirs = features.substring(0, Math.max(0, features.indexOf('(')));
    if (!theirs.equals(schema.row)) {
      return "the file was trained on " + theirs + ", but a row is " + schema.row + " here";
    }
    List<RowEntry> found = components(features);
    List<RowEntry> here = components(schema.features());
    if (!names(found).equals(names(here))) {
      return otherNames(found, here);
    }
    for (int i = 0; i < here.size(); i++) {
      String difference =
          ofEntry(found.get(i), here.get(i), here.get(i).name, schema.enumOf.get(i));
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private static List<String> names(List<RowEntry> entries) {
    return entries.stream().map(entry -> entry.name).collect(Collectors.toList());
  }

  private String otherNames(List<RowEntry> found, List<RowEntry> here) {
    List<String> theirs = names(found);
    List<String> ours = names(here);
    StringBuilder text =
        new StringBuilder("the file was trained on ")
            .append(schema.row)
            .append(list(theirs))
            .append(", but ")
            .append(schema.row)
            .append(" is ")
            .append(list(ours))
            .append(" here: ");
    Set<String> lacking = new LinkedHashSet<>(ours);
    lacking.removeAll(theirs);
    Set<String> gone = new LinkedHashSet<>(theirs);
    gone.removeAll(ours);
    List<String> parts = new ArrayList<>();
    if (!lacking.isEmpty()) {
      parts.add(
          String.join(", ", lacking)
              + (lacking.size() == 1 ? " is" : " are")
              + " missing in the file");
    }
    if (!gone.isEmpty()) {
      parts.add(String.join(", ", gone) + (gone.size() == 1 ? " is" : " are") + " missing here");
    }
    return text.append(parts.isEmpty() ? "their order is another one" : String.join(", ", parts))
        .toString();
  }

  private static String list(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }

  /** Null if they are the same. */
  String ofOutputs(String outputs) {
    List<RowEntry> found = RowEntry.listOf(outputs);
    List<RowEntry> here = RowEntry.listOf(schema.outputs());
    if (found.size() != here.size()) {
      return "the outputs of the file are "
          + outputs
          + ", but they are "
          + schema.outputs()
          + " here";
    }
    for (int i = 0; i < here.size(); i++) {
      String name = schema.outputNames.get(i);
      boolean isOpen =
          here.get(i).encoding.equals(RowSchema.ANY) && found.get(i).constants.isEmpty();
      boolean isOpenThere =
          found.get(i).encoding.equals(RowSchema.ANY) && here.get(i).constants.isEmpty();
      String difference =
          isOpen || isOpenThere
              ? null
              : ofEntry(found.get(i), here.get(i), name, schema.outputEnums.get(i));
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private String ofEntry(RowEntry found, RowEntry here, String name, int number) {
    if (!found.encoding.equals(here.encoding)) {
      return name + " is " + found.encoding + " in the file, but " + here.encoding + " here";
    }
    if (found.hasConstantsOf(here)) {
      return null;
    }
    Set<String> more = new LinkedHashSet<>(here.constants);
    more.removeAll(found.constants);
    Set<String> fewer = new LinkedHashSet<>(found.constants);
    fewer.removeAll(here.constants);
    String type = schema.enums.get(number);
    StringBuilder text =
        new StringBuilder("the file knows ")
            .append(name)
            .append(' ')
            .append(String.join(", ", found.constants))
            .append("; ")
            .append(type)
            .append(" here");
    if (!more.isEmpty()) {
      text.append(" also has ").append(String.join(", ", more));
    }
    if (!fewer.isEmpty()) {
      text.append(more.isEmpty() ? " lacks " : " and lacks ").append(String.join(", ", fewer));
    }
    return text.append(": train again, or load into the enum it was trained with").toString();
  }
}
