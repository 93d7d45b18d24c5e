/** What IntelliJ puts around a compiler, for tests without IntelliJ. */
package org.jetbrains.jps.javac;
