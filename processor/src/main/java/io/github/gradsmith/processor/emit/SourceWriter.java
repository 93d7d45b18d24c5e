package io.github.gradsmith.processor.emit;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;

/** Writes source files, each with the interface as its only originating element. */
public final class SourceWriter {
  private final Filer filer;

  public SourceWriter(Filer filer) {
    this.filer = filer;
  }

  /** Writes the files in order; says what went wrong, if something did, and leaves out the rest. */
  public Optional<Fault> write(List<SourceFile> files, TypeElement type) {
    return files.stream().flatMap(file -> write(file, type).stream()).findFirst();
  }

  private Optional<Fault> write(SourceFile file, TypeElement type) {
    String name = file.qualifiedName();
    try (Writer writer = filer.createSourceFile(name, type).openWriter()) {
      writer.write(file.text());
      return Optional.empty();
    } catch (FilerException e) {
      // Another processor, or a network whose name comes to the same, was first in this round.
      return Optional.of(
          Message.GENERATED_NAME_TAKEN.at(Place.of(type), type.getQualifiedName(), name));
    } catch (IOException e) {
      return Optional.of(Message.CANNOT_WRITE.at(Place.of(type), name, e));
    }
  }
}
