package io.github.gradsmith.processor.model.row;

import java.util.List;

/**
 * The name of a class, record or enum.
 *
 * @param packageName its package, "" for the unnamed one
 * @param nesting simple names from the outermost type to it
 */
public record TypeRef(String packageName, List<String> nesting) {
  public TypeRef {
    nesting = List.copyOf(nesting);
  }

  /** Its own name. */
  public String simpleName() {
    return nesting.get(nesting.size() - 1);
  }
}
