package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BesideTest {
  @Test
  void workGoesOnBesideTheThreadThatAsks() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (Beside beside = Beside.threads(1)) {
      Supplier<Boolean> work = beside.run(() -> asked.await(30, TimeUnit.SECONDS));
      asked.countDown(); // never reached if the work were done in turn
      beside.finish();
      assertThat(work.get()).isTrue();
    }
  }

  @Test
  void aFailureIsToldAsItIsAndNothingIsBegunAfterIt() throws Exception {
    IOException full = new IOException("no space");
    try (Beside beside = Beside.threads(1)) {
      beside.run(
          () -> {
            throw full;
          });
      assertThatThrownBy(beside::finish).isSameAs(full);
      AtomicBoolean begun = new AtomicBoolean();
      assertThatThrownBy(() -> beside.run(() -> begun.getAndSet(true))).isSameAs(full);
      assertThat(begun).isFalse();
      assertThatThrownBy(beside::finish).isSameAs(full);
    }
  }

  @Test
  void nothingIsLeftRunningWhenItIsClosed() throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    try (Beside beside = Beside.threads(2)) {
      beside.run(
          () -> {
            closing.await();
            done.set(true);
            return null;
          });
      closing.countDown();
    }
    assertThat(done).isTrue();
  }
}
