/**
 * Records of typed rows: their methods and components, as they are written and as they are meant.
 */
package io.github.gradsmith.processor.model.row;
