package io.github.gradsmith.processor;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.diagnostic.Report;
import io.github.gradsmith.processor.read.OtherRuntimeException;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;

/**
 * Turns what work throws into messages: a defect of ours, or of the processor path, must not look
 * like one of the compiler.
 */
record Guard(Messager messager) {
  /** Runs work on a type, or on the whole compilation where that is null; whether it succeeded. */
  boolean run(TypeElement type, Runnable work) {
    try {
      work.run();
      return true;
    } catch (OtherRuntimeException e) {
      report(e.fault());
    } catch (LinkageError e) {
      report(Message.CLASS_CLASH.at(Place.of(type), name(type), e));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      StackTraceElement[] trace = e.getStackTrace();
      String cause = e + (trace.length == 0 ? "" : " at " + trace[0]);
      report(Message.INTERNAL_ERROR.at(Place.of(type), name(type), cause));
    }
    return false;
  }

  private void report(Fault fault) {
    Report.of(fault).print(messager);
  }

  private static String name(TypeElement type) {
    return type == null ? "this compilation" : type.getQualifiedName().toString();
  }
}
