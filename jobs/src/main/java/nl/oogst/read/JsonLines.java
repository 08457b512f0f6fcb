package nl.oogst.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import nl.oogst.model.IssueCode;

/** One JSON record a line. A line that is not JSON spoils no other. */
final class JsonLines implements TableSource {
  private final String file;
  private final ReadLimits limits;
  private final TextRecords lines;
  private final JsonFactory factory;
  private final Row line = new Row();
  private boolean opened;
  private JsonTable table;

  private JsonLines(String file, ReadLimits limits, TextRecords lines) {
    this.file = file;
    this.limits = limits;
    this.lines = lines;
    this.factory = JsonSource.factory(limits);
  }

  static TableSource open(InputStream in, String file, DialectHint hint, ReadLimits limits)
      throws IOException {
    // lines are cut by a dialect without quotes, whose delimiter JSON text cannot hold
    DialectHint whole = new DialectHint(hint.encoding(), "\u001f", "", "", List.of());
    TextInput input = TextInput.open(in, whole);
    return new JsonLines(file, limits, new TextRecords(file, null, in, input, whole, limits));
  }

  @Override
  public SourceTable next() throws ReadFailure {
    if (opened) {
      return null;
    }
    opened = true;
    table = new JsonTable(this::nextRecord, file, null, Format.JSON_LINES, List.of());
    return table.isEmpty() ? null : table;
  }

  private JsonTable.Item nextRecord() throws ReadFailure {
    if (!lines.next(line)) {
      return null;
    }
    String text = line.cell(0);
    if (line.size() == 1 && text.isBlank()) {
      return JsonTable.Item.empty(line.line());
    }
    try (JsonParser parser = factory.createParser(text)) {
      if (line.size() > 1 || parser.nextToken() == null) {
        return JsonTable.Item.unreadable(line.line());
      }
      JsonCells cells = JsonCells.read(parser, limits.columns());
      JsonToken more = parser.nextToken();
      return more == null
          ? new JsonTable.Item(line.line(), cells, false)
          : JsonTable.Item.unreadable(line.line());
    } catch (StreamConstraintsException e) {
      throw new ReadFailure(
          IssueCode.FILE_TOO_COMPLEX,
          file,
          "regel "
              + line.line()
              + " is te diep genest, of bevat een te lange tekst of te veel waarden",
          e);
    } catch (ReadFailure e) {
      throw e;
    } catch (IOException e) {
      return JsonTable.Item.unreadable(line.line());
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
