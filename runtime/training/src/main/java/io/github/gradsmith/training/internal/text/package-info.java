/** How numbers and times are written in lines of progress and logs. */
package io.github.gradsmith.training.internal.text;
