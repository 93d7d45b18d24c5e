package io.github.gradsmith.training.internal.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Writes elements. What is opened must be closed, and an id is given once. */
public final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  public Markup open(String name, String... attributes) {
    tag(name, attributes).append('>');
    open.push(name);
    return this;
  }

  /** Opens an element on a line of its own. */
  public Markup block(String name, String... attributes) {
    out.append('\n');
    return open(name, attributes);
  }

  /** Closes the element that was opened last. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element without content, such as {@code meta}. */
  public Markup empty(String name, String... attributes) {
    tag(name, attributes).append("/>");
    return this;
  }

  /** An element with text alone. */
  public Markup element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /** Text, escaped. */
  public Markup text(String text) {
    out.append(Escape.text(text));
    return this;
  }

  /** Text that this project wrote, as it stands. */
  public Markup raw(String text) {
    out.append(text);
    return this;
  }

  private StringBuilder tag(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals("id") && !ids.add(attributes[i + 1])) {
        throw new IllegalStateException("the id " + attributes[i + 1] + " is given twice");
      }
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(Escape.text(attributes[i + 1])).append('"');
    }
    return out;
  }

  /** All that was written. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }
}
