package nl.oogst.read;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows and bytes a second on one core, for every format and size; for text with the dialect given,
 * sniffed, and by plain Commons CSV. All ways take turns in one process; the median of the rounds
 * counts, in time of the processor, so that other work on the machine does not. Needs nothing but
 * the program and its libraries. Arguments: size of the larger files in MB, number of rounds.
 */
public final class ReadBenchmark {
  private static final String[] HEADER = {
    "plaatsing",
    "persoon",
    "ministerie",
    "leverancier",
    "vorm",
    "start",
    "einde",
    "uren",
    "opmerking"
  };

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ReadBenchmark() {}

  /** One way to read a file; gives the number of rows. */
  @FunctionalInterface
  private interface Way {
    long run(Path file) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    long bytes = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 32) << 20;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    System.out.printf("%-14s %-16s %10s %12s %10s%n", "file", "read", "size", "rows/s", "MB/s");
    Path file = Files.createTempFile("read", ".bin");
    try {
      for (long size : new long[] {20 << 10, 200 << 10, 2 << 20, bytes}) {
        csv(file, size, "plain", rounds);
      }
      csv(file, bytes, "quoted", rounds);
      csv(file, bytes, "odd", rounds);
      packed(file, bytes, "gz", rounds);
      packed(file, bytes, "zip", rounds);
      json(file, bytes, true, rounds);
      json(file, bytes, false, rounds);
      workbook(file, bytes / 8, rounds);
    } finally {
      Files.delete(file);
    }
  }

  private static void csv(Path file, long bytes, String kind, int rounds) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      text(out, bytes, kind);
    }
    DialectHint hint = new DialectHint("UTF-8", ";", "\"", "\"", List.of(1));
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("Commons CSV", ReadBenchmark::commons);
    ways.put("dialect given", f -> read(f, "a.csv", hint));
    ways.put("dialect sniffed", f -> read(f, "a.csv", DialectHint.NONE));
    // a small file is read many times, so that a clock can tell
    compare("csv " + kind, file, ways, rounds, (int) Math.max(1, (4L << 20) / bytes));
  }

  private static void packed(Path file, long bytes, String kind, int rounds) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      if (kind.equals("gz")) {
        try (BufferedWriter text = writer(new GZIPOutputStream(out))) {
          text(text, bytes, "plain");
        }
      } else {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("a.csv"));
        try (BufferedWriter text = writer(zip)) {
          text(text, bytes, "plain");
        }
      }
    }
    only("csv in " + kind, file, "a." + kind, rounds);
  }

  private static void json(Path file, long bytes, boolean lines, int rounds) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      long written = 0;
      out.write(lines ? "" : "[");
      for (int i = 0; written < bytes; i++) {
        String[] cells = cells(i);
        StringBuilder record = new StringBuilder(i > 0 && !lines ? ",\n{" : "{");
        for (int c = 0; c < cells.length; c++) {
          record.append(c > 0 ? "," : "").append('"').append(HEADER[c]).append("\":\"");
          record.append(cells[c]).append('"');
        }
        record.append(lines ? "}\n" : "}");
        out.append(record);
        written += record.length();
      }
      out.write(lines ? "" : "]");
    }
    only(lines ? "json lines" : "json", file, lines ? "a.jsonl" : "a.json", rounds);
  }

  private static BufferedWriter writer(OutputStream out) {
    return new BufferedWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private static void only(String name, Path file, String as, int rounds) throws IOException {
    compare(name, file, Map.of("", f -> read(f, as, DialectHint.NONE)), rounds, 1);
  }

  private static void compare(String name, Path file, Map<String, Way> ways, int rounds, int times)
      throws IOException {
    Map<String, double[]> seconds = new LinkedHashMap<>();
    ways.keySet().forEach(way -> seconds.put(way, new double[rounds]));
    long rows = -1;
    for (int round = -3; round < rounds; round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        long start = THREADS.getCurrentThreadCpuTime();
        long read = 0;
        for (int i = 0; i < times; i++) {
          read = way.getValue().run(file);
        }
        double took = (THREADS.getCurrentThreadCpuTime() - start) / 1e9 / times;
        if (rows >= 0 && read != rows) {
          throw new IllegalStateException(way.getKey() + " read something else");
        }
        rows = read;
        if (round >= 0) {
          seconds.get(way.getKey())[round] = took;
        }
      }
    }
    long size = Files.size(file);
    for (Map.Entry<String, double[]> way : seconds.entrySet()) {
      double[] sorted = way.getValue().clone();
      Arrays.sort(sorted);
      double median = sorted[sorted.length / 2];
      String shown = size < 1 << 20 ? (size >> 10) + " kB" : (size >> 20) + " MB";
      System.out.printf(
          Locale.ROOT,
          "%-14s %-16s %10s %,12.0f %10.1f%n",
          name,
          way.getKey(),
          shown,
          rows / median,
          size / median / 1e6);
    }
  }

  private static long commons(Path file) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    long rows = -1;
    try (BufferedReader in = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(in, format)) {
      for (CSVRecord csv : parser) {
        rows += csv.size() > 0 ? 1 : 0;
      }
    }
    return rows;
  }

  private static long read(Path file, String name, DialectHint hint) throws IOException {
    long rows = 0;
    try (TableSource source = SourceFiles.open(file, name, n -> hint)) {
      for (SourceTable t = source.next(); t != null; t = source.next()) {
        for (Row row = t.next(); row != null; row = t.next()) {
          rows += row.kind() == RowKind.DATA ? 1 : 0;
        }
      }
    }
    return rows;
  }

  /** Placements as a proeftuin might send them. */
  private static String[] cells(int i) {
    String day = String.format(Locale.ROOT, "2024-%02d-%02d", i % 12 + 1, i % 28 + 1);
    return new String[] {
      "P" + i,
      "K" + (i * 7919L % 1_000_003),
      "IenW",
      "leverancier " + Integer.toString(i * 31 % 200, 36),
      "permanent",
      day,
      "",
      String.valueOf(20 + i % 20),
      "geen bijzonderheden"
    };
  }

  private static void text(BufferedWriter out, long bytes, String kind) throws IOException {
    out.write(String.join(";", HEADER) + "\r\n");
    long written = 0;
    for (int i = 0; written < bytes; i++) {
      String[] cells = cells(i);
      if (kind.equals("odd") && i % 2 == 0) {
        cells[8] = "\"zei \"\"ja\"\"\r\nen ging\"";
      }
      if (kind.equals("quoted")) {
        for (int c = 0; c < cells.length; c++) {
          cells[c] = "\"" + cells[c] + "\"";
        }
      }
      String line = String.join(";", cells) + "\r\n";
      out.write(line);
      written += line.length();
    }
  }

  /** A workbook of one sheet with texts in place; its size is that of the sheet before packing. */
  private static void workbook(Path file, long bytes, int rounds) throws IOException {
    String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String pack = "http://schemas.openxmlformats.org/package/2006/";
    String relation = "<Relationship Id=\"rId1\" Type=\"" + office + "/%s\" Target=\"%s\"/>";
    String relations = "<Relationships xmlns=\"" + pack + "relationships\">%s</Relationships>";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + pack
            + "content-types\"><Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\""
            + "/xl/workbook.xml\" ContentType=\""
            + types
            + "sheet.main+xml\"/><Override PartName=\""
            + "/xl/worksheets/sheet1.xml\" ContentType=\""
            + types
            + "worksheet+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        String.format(relations, String.format(relation, "officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/workbook.xml",
        "<workbook "
            + main
            + " xmlns:r=\""
            + office
            + "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        String.format(relations, String.format(relation, "worksheet", "worksheets/sheet1.xml")));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      BufferedWriter out = writer(zip);
      out.write("<worksheet " + main + "><sheetData>");
      long written = 0;
      for (int r = 0; written < bytes; r++) {
        StringBuilder row = new StringBuilder("<row r=\"" + (r + 1) + "\">");
        List<String> cells = new ArrayList<>(List.of(r == 0 ? HEADER : cells(r)));
        for (int c = 0; c < cells.size(); c++) {
          String at = "<c r=\"" + (char) ('A' + c) + (r + 1) + "\"";
          row.append(at)
              .append(" t=\"inlineStr\"><is><t>")
              .append(cells.get(c))
              .append("</t></is></c>");
        }
        row.append("</row>");
        out.append(row);
        written += row.length();
      }
      out.write("</sheetData></worksheet>");
      out.flush();
    }
    only("xlsx", file, "a.xlsx", rounds);
  }
}
