/** Files replaced in one step, for all that writes files. Not exported. */
package io.github.gradsmith.file;
