package nl.oogst.read;

/**
 * How much of anything the reader accepts. What lies beyond is refused, not cut off.
 *
 * @param recordBytes longest record
 * @param quotedBytes how far a quoted cell is followed before its quote counts as unterminated
 * @param columns most cells in one record
 * @param unpackedBytes most bytes that one delivered file unpacks to
 * @param ratio most bytes unpacked for each packed byte, judged beyond {@code ratioFromBytes}
 * @param ratioFromBytes below this many unpacked bytes the ratio does not matter
 * @param entries most files in one archive
 * @param depth how deep archives may be nested
 * @param partBytes most bytes of a workbook part that is kept in memory (shared strings, styles)
 */
record ReadLimits(
    int recordBytes,
    int quotedBytes,
    int columns,
    long unpackedBytes,
    int ratio,
    long ratioFromBytes,
    int entries,
    int depth,
    long partBytes) {
  static final ReadLimits DEFAULT =
      new ReadLimits(16 << 20, 4 << 20, 65_536, 16L << 30, 250, 64L << 20, 10_000, 3, 256L << 20);
}
