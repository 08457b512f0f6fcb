package nl.oogst.release;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages with zstd at level 3 and one context per file, and reads them back. Parquet's
 * own factory goes through Hadoop's codecs and so through Hadoop's configuration files, which takes
 * longer than writing all of a small release.
 */
final class ZstdPages
    implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {
  private static final int LEVEL = 3;

  private final Plain plain = new Plain();
  private byte[] compressed = new byte[0];
  private ZstdCompressCtx context;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("expected pages in ZSTD, found " + codec);
    }
    return this;
  }

  @Override
  public BytesInput compress(BytesInput page) throws IOException {
    if (context == null) {
      context = new ZstdCompressCtx().setLevel(LEVEL);
    }
    plain.reset();
    page.writeAllTo(plain);
    var bound = Math.toIntExact(Zstd.compressBound(plain.size()));
    if (compressed.length < bound) {
      compressed = new byte[bound];
    }
    var length =
        context.compressByteArray(compressed, 0, compressed.length, plain.bytes(), 0, plain.size());
    return BytesInput.from(Arrays.copyOf(compressed, length));
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("expected pages in ZSTD, found " + codec);
    }
    return new Reader();
  }

  @Override
  public void release() {
    if (context != null) {
      context.close();
      context = null;
    }
  }

  private static final class Reader implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput page, int size) throws IOException {
      var from = page.toInputStream().readAllBytes();
      return BytesInput.from(Zstd.decompress(from, size));
    }

    @Override
    public void decompress(ByteBuffer from, int compressedSize, ByteBuffer to, int size)
        throws IOException {
      var page = new byte[compressedSize];
      from.get(page);
      to.put(Zstd.decompress(page, size));
    }

    @Override
    public void release() {
      // nothing is kept between pages
    }
  }

  /** Lends its array out instead of copying it. */
  private static final class Plain extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }
}
