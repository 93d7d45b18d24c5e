package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Wraps interfaces in proxies as IntelliJ does; {@code unwrap} is what it documents. */
public final class APIWrappers {
  private APIWrappers() {}

  private static final class Handler implements InvocationHandler {
    private final Object wrapped;

    Handler(Object wrapped) {
      this.wrapped = wrapped;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(wrapped, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** A proxy in front of an object. */
  public static <T> T wrap(Class<T> type, T object) {
    return type.cast(
        Proxy.newProxyInstance(
            APIWrappers.class.getClassLoader(), new Class<?>[] {type}, new Handler(object)));
  }

  /** The object behind a proxy, or null if it is none of ours. */
  public static <T> T unwrap(Class<? extends T> type, T wrapper) {
    return Proxy.isProxyClass(wrapper.getClass())
            && Proxy.getInvocationHandler(wrapper) instanceof Handler handler
        ? type.cast(handler.wrapped)
        : null;
  }
}
