/**
 * Files replaced in one step, for all that writes files, and foreign ones told apart, for all that
 * reads. Not exported.
 */
package io.github.gradsmith.internal.file;
