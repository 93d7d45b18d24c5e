package io.github.gradsmith.processor.emit;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;

/** Writes source files, each with the interface as its only originating element. */
public final class SourceWriter {
  private static final String ON_CLASS_PATH =
      "on the class path, and this compiler replaces nothing that it finds there";

  private static final String CURE =
      "Delete the old output, or take its folder off the class path of this compilation";

  private final Filer filer;

  public SourceWriter(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes the files in order; says what went wrong, if something did, and leaves out the rest.
   *
   * @param earlier qualified names of classes of ours that an earlier build has left
   */
  public Optional<Fault> write(List<SourceFile> files, TypeElement type, Set<String> earlier) {
    return files.stream().flatMap(file -> write(file, type, earlier).stream()).findFirst();
  }

  private Optional<Fault> write(SourceFile file, TypeElement type, Set<String> earlier) {
    String name = file.qualifiedName();
    try (Writer writer = filer.createSourceFile(name, type).openWriter()) {
      writer.write(file.text());
      return Optional.empty();
    } catch (FilerException e) {
      // Some compilers replace no class; or another processor, or a network whose name comes to
      // the same, was first in this round.
      return Optional.of(
          earlier.contains(name)
              ? Message.LEFT_OVER.at(
                  Place.of(type), name, type.getQualifiedName(), ON_CLASS_PATH, CURE)
              : Message.GENERATED_NAME_TAKEN.at(Place.of(type), type.getQualifiedName(), name));
    } catch (IOException e) {
      return Optional.of(Message.CANNOT_WRITE.at(Place.of(type), name, e));
    }
  }
}
