/** Puts fragments together to one class, and hands its source to the compiler. */
package io.github.gradsmith.processor.emit;
