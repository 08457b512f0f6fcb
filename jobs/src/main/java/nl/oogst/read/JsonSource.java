package nl.oogst.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nl.oogst.model.IssueCode;

/**
 * The arrays of records in one JSON document, each a table, named by their JSON Pointer. Objects
 * around them are wrappers; a document without any array is one record.
 */
final class JsonSource implements TableSource {
  private static final int MOST_NAMED = 50;

  private final String file;
  private final JsonParser parser;
  private final int columns;
  private final Deque<String> path = new ArrayDeque<>();
  private JsonTable current;
  private final List<String> around = new ArrayList<>();
  private final JsonCells alone;
  private final Outside outside;
  private int values;
  private boolean single = true;
  private boolean done;

  /** Takes how many values of the document belong to no record. */
  @FunctionalInterface
  interface Outside {
    void found(int values);
  }

  private JsonSource(String file, JsonParser parser, int columns, Outside outside) {
    this.outside = outside;
    this.file = file;
    this.parser = parser;
    this.columns = columns;
    this.alone = new JsonCells(columns);
  }

  static JsonFactory factory(ReadLimits limits) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(200)
                .maxStringLength(limits.recordBytes())
                .build())
        .build();
  }

  static TableSource open(InputStream in, String file, ReadLimits limits, Outside outside)
      throws IOException {
    return new JsonSource(file, factory(limits).createParser(in), limits.columns(), outside);
  }

  @Override
  public void close() {
    Opener.closeQuietly(parser);
  }

  @Override
  public SourceTable next() throws ReadFailure {
    try {
      while (current != null && current.next() != null) {
        // what the caller did not read is skipped
      }
      current = null;
      while (!done) {
        JsonTable table = find();
        if (table != null && !table.isEmpty()) {
          current = table;
          alone.clear();
          single = false;
          return table;
        }
      }
      if (!single && values > 0) {
        outside.found(values);
        values = 0;
      }
      return single && !alone.isEmpty() ? document() : null;
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    }
  }

  private ReadFailure failure(Exception e) {
    if (e instanceof ReadFailure failure) {
      return failure;
    }
    if (e instanceof StreamConstraintsException) {
      return new ReadFailure(
          IssueCode.FILE_TOO_COMPLEX,
          file,
          "is te diep genest, of bevat een te lange tekst of te veel waarden",
          e);
    }
    if (e instanceof com.fasterxml.jackson.core.JsonParseException parse) {
      long line = parse.getLocation() == null ? 0 : parse.getLocation().getLineNr();
      boolean cut = e instanceof com.fasterxml.jackson.core.io.JsonEOFException;
      return cut
          ? new ReadFailure(
              IssueCode.FILE_TRUNCATED,
              file,
              "houdt op voordat het compleet is; stuur het opnieuw",
              e)
          : new ReadFailure(
              IssueCode.FILE_UNREADABLE, file, "is geen geldige JSON bij regel " + line, e);
    }
    return Failures.of(file, e);
  }

  /** Walks on to the next array with records; null when there was nothing to return yet. */
  private JsonTable find() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      done = true;
      return null;
    }
    switch (token) {
      case FIELD_NAME -> path.addLast(parser.currentName());
      case START_OBJECT -> {
        return path.isEmpty() ? root() : null;
      }
      case END_OBJECT -> path.pollLast();
      case START_ARRAY -> {
        return records();
      }
      default -> {
        alone();
        path.pollLast();
      }
    }
    return null;
  }

  /** A value outside of any array: part of the one record, should there be no array. */
  private void alone() throws IOException {
    values++;
    if (around.size() < MOST_NAMED && !path.isEmpty()) {
      around.add(String.join("/", path));
    }
    if (single) {
      String key = path.size() == 2 ? path.peekLast() : String.join("/", path);
      alone.put(key == null || key.isEmpty() ? "value" : key, JsonCells.scalar(parser));
    }
  }

  private JsonTable document() throws ReadFailure {
    single = false;
    values = 0;
    Deque<JsonTable.Item> one = new ArrayDeque<>(List.of(new JsonTable.Item(1, alone, false)));
    return new JsonTable(
        one::poll,
        file,
        null,
        Format.JSON,
        List.of(new Decision("records", "the document", "there is no array in it")));
  }

  private JsonTable root() {
    path.addLast("");
    return null;
  }

  private JsonTable records() throws IOException {
    String pointer = String.join("/", path);
    path.pollLast();
    List<Decision> decisions = new ArrayList<>();
    if (!pointer.isEmpty()) {
      decisions.add(new Decision("records", pointer, "an array of records in the document"));
    }
    if (!around.isEmpty()) {
      decisions.add(
          new Decision("wrapper", String.join(", ", around), "values that belong to no record"));
      around.clear();
    }
    return new JsonTable(
        this::nextRecord, file, pointer.isEmpty() ? null : pointer, Format.JSON, decisions);
  }

  private JsonTable.Item nextRecord() throws ReadFailure {
    try {
      JsonToken token = parser.nextToken();
      if (token == null || token == JsonToken.END_ARRAY) {
        return null;
      }
      long line = parser.currentTokenLocation().getLineNr();
      return new JsonTable.Item(line, JsonCells.read(parser, columns), false);
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    }
  }
}
