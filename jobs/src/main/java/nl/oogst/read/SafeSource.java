package nl.oogst.read;

import java.util.List;

/**
 * The door to the outside: lets no exception out but {@link ReadFailure}, and closes everything.
 */
final class SafeSource implements PartSource {
  private final String name;
  private final Opener opener;
  private final TableSource source;

  SafeSource(String name, Opener opener, Content content) throws ReadFailure {
    this.name = name;
    this.opener = opener;
    boolean opened = false;
    try {
      this.source = guarded(() -> opener.open(content, name, 0));
      opened = true;
    } finally {
      if (!opened) {
        opener.close();
      }
    }
  }

  @Override
  public SourceTable next() throws ReadFailure {
    SourceTable table = guarded(source::next);
    return table == null ? null : new SafeTable(table);
  }

  @Override
  public boolean isRegular() {
    return opener.isRegular();
  }

  @Override
  public List<Skipped> skipped() {
    return List.copyOf(opener.skipped());
  }

  @Override
  public void close() {
    source.close();
    opener.close();
  }

  /** Something that may fail in any way. */
  @FunctionalInterface
  private interface Step<T> {
    T run() throws Exception;
  }

  private <T> T guarded(Step<T> step) throws ReadFailure {
    try {
      return step.run();
    } catch (Exception | StackOverflowError e) {
      throw Failures.of(name, e);
    }
  }

  private static final class SafeTable implements SourceTable {
    private final SourceTable table;

    SafeTable(SourceTable table) {
      this.table = table;
    }

    @Override
    public TableStart start() {
      return table.start();
    }

    @Override
    public Row next() throws ReadFailure {
      try {
        return table.next();
      } catch (ReadFailure e) {
        throw e;
      } catch (Exception | StackOverflowError e) {
        throw Failures.of(table.start().file(), e);
      }
    }
  }
}
