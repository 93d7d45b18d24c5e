package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;

/**
 * An instance method of an interface.
 *
 * @param name its simple name
 * @param signature its name and erased parameter types, as {@code forward(float[], float[])}
 * @param declaredIn the interface that declares it
 * @param isDefault whether it has a body
 * @param returnType its return type as written
 * @param mayReturnGenerated whether the generated class is of its return type
 * @param throwsIoException whether it declares {@code IOException}
 * @param place the method if it is in source, else the network interface
 */
public record MethodDeclaration(
    String name,
    String signature,
    String declaredIn,
    boolean isDefault,
    String returnType,
    boolean mayReturnGenerated,
    boolean throwsIoException,
    Place place) {}
