package io.logsink.supervisor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The few calls of the system that Java has no other way to. Their signatures, and the numbers used
 * here, are the same on Linux, macOS and the BSDs.
 *
 * <p>Java's own streams cannot do it: a read of a pipe cannot be called off, neither by a time nor
 * by closing the stream, and a process that outlives its parent keeps the pipe open.
 */
final class Posix {
  static final int SIGTERM = 15;
  static final int SIGKILL = 9;
  static final short POLLIN = 1;

  private static final int EINTR = 4;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(StructLayout.PathElement.groupElement("errno"));

  private static final MethodHandle PIPE = handle("pipe", ints(ValueLayout.ADDRESS));
  private static final MethodHandle CLOSE = handle("close", ints(ValueLayout.JAVA_INT));
  private static final MethodHandle KILL =
      handle("kill", ints(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle GETPGID = handle("getpgid", ints(ValueLayout.JAVA_INT));
  private static final MethodHandle GETSID = handle("getsid", ints(ValueLayout.JAVA_INT));
  private static final MethodHandle POLL =
      handle("poll", ints(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
  private static final MethodHandle WRITE = handle("write", transfer());
  private static final MethodHandle READ =
      handle("read", transfer(), Linker.Option.captureCallState("errno"));

  private Posix() {}

  private static FunctionDescriptor ints(ValueLayout... arguments) {
    return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
  }

  private static FunctionDescriptor transfer() {
    return FunctionDescriptor.of(
        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
  }

  @SuppressWarnings("restricted") // what the flag --enable-native-access is given for
  private static MethodHandle handle(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
  }

  /** A new pipe: the end to read from, and the end to write to. */
  static int[] pipe() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, 2);
      if ((int) PIPE.invokeExact(ends) != 0) {
        throw new IOException("no pipe to be had; are too many files open (ulimit -n)?");
      }
      return ends.toArray(ValueLayout.JAVA_INT);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  static void close(int descriptor) {
    try {
      int _ = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /** Whether the signal could be sent; a negative {@code pid} is a process group. */
  static boolean kill(long pid, int signal) {
    try {
      return (int) KILL.invokeExact(Math.toIntExact(pid), signal) == 0;
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /** The process group of {@code pid}, or -1 when there is no such process. */
  static int processGroup(long pid) {
    try {
      return (int) GETPGID.invokeExact(Math.toIntExact(pid));
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /** The process id of the leader of the session of {@code pid}, or -1. */
  static int session(long pid) {
    try {
      return (int) GETSID.invokeExact(Math.toIntExact(pid));
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /** See poll(2); an interrupted call is one in which nothing happened. */
  static void poll(MemorySegment entries, int count, int millis) {
    try {
      int _ = (int) POLL.invokeExact(entries, (long) count, millis);
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /** Writes one byte. */
  static void writeByte(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      long _ = (long) WRITE.invokeExact(descriptor, arena.allocate(1), 1L);
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /**
   * Reads what is there.
   *
   * @return how many bytes; 0 when the call was interrupted, -1 at the end or when there is nobody
   *     to read from any more
   */
  static int read(int descriptor, MemorySegment into) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long count = (long) READ.invokeExact(state, descriptor, into, into.byteSize());
      if (count > 0) {
        return (int) count;
      }
      return count < 0 && (int) ERRNO.get(state, 0L) == EINTR ? 0 : -1;
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  private static IllegalStateException cannotBe(Throwable e) {
    return new IllegalStateException("a call of the system that does not throw has thrown", e);
  }
}
