/** Plain loops of dense layers, one class for each loop shape. */
package io.github.gradsmith.processor.kernel.dense;
