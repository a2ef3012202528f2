package org.mesagraph.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The signal HUP, by which services are asked to read their files again. The class that Java has
 * for signals is no part of its standard, so that a program may only name it at run time.
 */
final class Hangup {

  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private Hangup() {}

  /** Runs something at every such signal; never, where there is none or somebody else wants it. */
  static void runs(Runnable work) {
    try {
      Class<?> signal = Class.forName(SIGNAL);
      Class<?> handler = Class.forName(HANDLER);
      Object hangup = signal.getConstructor(String.class).newInstance("HUP");
      Object runner =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                  return method.invoke(work, arguments);
                }
                work.run();
                return null;
              });
      signal.getMethod("handle", signal, handler).invoke(null, hangup, runner);
    } catch (ClassNotFoundException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | NoSuchMethodException e) {
      // the files are read again at the next start, or when they change with --watch
    }
  }
}
