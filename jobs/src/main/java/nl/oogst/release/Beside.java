package nl.oogst.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Work that goes on beside the thread that asked for it. Nothing is left running when it is closed,
 * so that a folder can be removed after a failure; and nothing is begun after one.
 */
public final class Beside implements AutoCloseable {
  private final ExecutorService threads;
  private final List<CompletableFuture<?>> begun = new ArrayList<>();

  private Beside(ExecutorService threads) {
    this.threads = threads;
  }

  /** Up to so many pieces of work at a time, beside the thread that asks. */
  public static Beside threads(int count) {
    return new Beside(Executors.newFixedThreadPool(count));
  }

  /**
   * Begins a piece of work.
   *
   * @return gives what came of it, once {@link #finish} has been well
   * @throws IOException when one that was begun before has failed already
   */
  public <T> Supplier<T> run(Callable<T> work) throws IOException {
    for (CompletableFuture<?> before : begun) {
      if (before.isDone()) {
        await(before);
      }
    }
    CompletableFuture<T> future = new CompletableFuture<>();
    begun.add(future);
    threads.execute(() -> complete(future, work));
    return future::join;
  }

  private static <T> void complete(CompletableFuture<T> future, Callable<T> work) {
    try {
      future.complete(work.call());
    } catch (Throwable failure) { // given to whoever waits, an error too
      future.completeExceptionally(failure);
    }
  }

  /** Waits for all that was begun; fails as the first of it that failed. */
  public void finish() throws IOException {
    for (CompletableFuture<?> one : begun) {
      await(one);
    }
  }

  private static void await(CompletableFuture<?> work) throws IOException {
    Throwable failure = work.handle((result, thrown) -> thrown).join();
    if (failure instanceof IOException known) {
      throw known;
    }
    if (failure instanceof RuntimeException known) {
      throw known;
    }
    if (failure instanceof Error known) {
      throw known;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits until nothing runs, whether it went well or not. */
  @Override
  public void close() {
    begun.forEach(one -> one.handle((result, thrown) -> thrown).join());
    threads.shutdown();
  }
}
