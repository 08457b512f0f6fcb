package nl.oogst.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.resolve.ByteReader;

/** Tells what a file yielded when it was read in an earlier run. */
final class KeptCursor implements Cursor {
  private final KeptFile entry;
  private final DeliveredFile file;
  private final Page.Place of;
  private KeptFile.Pages pages;

  KeptCursor(KeptFile entry, Delivery delivery, DeliveredFile file) {
    this.entry = entry;
    this.file = file;
    this.of = new Page.Place(delivery.proeftuin(), delivery.index(), file.index());
  }

  @Override
  public boolean step(Output out) {
    try {
      if (pages == null) {
        pages = entry.open();
      }
      byte[] page = pages.next();
      if (page != null) {
        Page.tell(page, of, out);
        return true;
      }
      pages.close();
      out.report(file, FileReport.kept(of.file(), of.delivery(), new ByteReader(pages.report())));
      return false;
    } catch (IOException e) {
      // it was whole a moment ago, and nothing removes it while this run has the lock
      throw new UncheckedIOException("what was kept of an earlier run cannot be read", e);
    }
  }
}
