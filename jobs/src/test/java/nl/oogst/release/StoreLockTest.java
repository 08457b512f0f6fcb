package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nl.oogst.store.MemoryStore;
import nl.oogst.store.StoreFailure;
import org.junit.jupiter.api.Test;

class StoreLockTest {
  private final MemoryStore store = new MemoryStore("s3a://bucket/p");

  @Test
  void asLongAsOneHoldsItAnotherIsRefusedAtOnceAndToldWho() throws IOException {
    var lock = StoreLock.take(store);
    assertThatThrownBy(() -> StoreLock.take(store))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContainingAll(
            "s3a://bucket/p",
            "process " + ProcessHandle.current().pid(),
            "5 minutes",
            "remove s3a://bucket/p/run.lock");
    lock.close();
    assertThat(store.keys()).isEmpty();
    StoreLock.take(store).close();
  }

  @Test
  void aHolderElsewhereIsRespectedUntilItWasSilentForFiveMinutes() throws IOException {
    store.set(StoreLock.KEY, "process 1 on another-host\n");
    store.pass(Duration.ofSeconds(299));
    assertThatThrownBy(() -> StoreLock.take(store)).hasMessageContaining("another-host");
    store.pass(Duration.ofSeconds(2));
    var lock = StoreLock.take(store);
    assertThat(store.text(StoreLock.KEY)).doesNotContain("another-host");
    lock.close();
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void aProcessOfThisMachineThatEndedIsInNobodysWay() throws IOException {
    store.set(StoreLock.KEY, "process 999999999 on " + Host.name() + "\n");
    StoreLock.take(store).close();
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void whoWasTakenOverIsToldAndLeavesTheOtherAlone() throws IOException {
    var slept = StoreLock.take(store);
    store.pass(Duration.ofMinutes(6));
    var other = StoreLock.take(store);
    assertThatThrownBy(slept::stillHeld)
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining("took over");
    slept.close();
    assertThatCode(other::stillHeld).doesNotThrowAnyException();
    other.close();
  }

  @Test
  void ofTwoThatTakeOverOneSucceeds() throws IOException {
    store.set(StoreLock.KEY, "process 1 on another-host\n");
    store.pass(Duration.ofMinutes(6));
    var once = new java.util.concurrent.atomic.AtomicBoolean();
    store.before(
        (doing, key) -> {
          if (doing.equals("point")
              && key.equals(StoreLock.KEY)
              && store.text(key).contains("another-host")
              && store.asked("list").size() > 0
              && once.compareAndSet(false, true)) {
            store.set(key, "process 2 on a-third-host\n");
          }
        });
    assertThatThrownBy(() -> StoreLock.take(store)).isInstanceOf(OutputFailure.class);
    assertThat(once).isTrue();
    assertThat(store.text(StoreLock.KEY)).contains("a-third-host");
  }

  @Test
  void aSignOfLifeMakesTheHolderHeardAgain() throws IOException {
    var lock = StoreLock.take(store);
    store.pass(Duration.ofMinutes(4));
    lock.stillHeld();
    store.pass(Duration.ofMinutes(4));
    assertThatThrownBy(() -> StoreLock.take(store)).hasMessageContaining("Another run is writing");
    lock.close();
  }

  @Test
  void aStoreThatTakesNoNoticeOfConditionsIsRefused() {
    for (var header : List.of("If-None-Match", "If-Match")) {
      store.careless(header);
      assertThatThrownBy(() -> StoreLock.take(store))
          .isInstanceOfSatisfying(
              StoreFailure.class,
              e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.CONFIGURATION))
          .hasMessageContainingAll("no notice of " + header, "conditional");
      assertThat(store.keys()).isEmpty();
    }
  }

  @Test
  void aStoreThatIsAwayIsNoHolder() {
    store.before(
        (doing, key) -> {
          throw MemoryStore.away();
        });
    assertThatThrownBy(() -> StoreLock.take(store)).isInstanceOf(StoreFailure.class);
  }
}
