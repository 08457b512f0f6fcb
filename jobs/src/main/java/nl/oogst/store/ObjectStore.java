package nl.oogst.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The objects below one location. Keys are relative to it, with {@code /}. May be used by several
 * threads at once.
 */
public interface ObjectStore {
  /**
   * An object as a list shows it.
   *
   * @param etag names its content; another content has another one
   * @param modified by the clock of the store
   */
  record Found(String key, long bytes, String etag, Instant modified) {}

  /** A small object, whole. */
  final class Content {
    private final byte[] bytes;
    private final String etag;

    public Content(byte[] bytes, String etag) {
      this.bytes = bytes.clone();
      this.etag = etag;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public String etag() {
      return etag;
    }
  }

  /** Where this is, for messages: such as {@code s3a://bucket/prefix}. */
  Location location();

  /** Every object whose key begins so, in order of key. */
  List<Found> list(String prefix) throws StoreFailure;

  /** A small object; empty when there is none. */
  Optional<Content> read(String key) throws StoreFailure;

  /**
   * The content of an object as it was listed.
   *
   * @throws StoreFailure {@link StoreFailure.Kind#CHANGED} when it is another by now, or gone
   */
  InputStream open(Found found) throws StoreFailure;

  /**
   * Writes an object, or replaces it. The store checks what arrives against the SHA-256 where it
   * can, and keeps it beside the object.
   *
   * @param sha256 of the file, in hexadecimal
   */
  void put(String key, Path file, String sha256) throws StoreFailure;

  /**
   * Writes a small object if it is as expected, in one step whatever others do at the same moment.
   *
   * @param expected the ETag it must have, or null: there must be none
   * @return its new ETag
   * @throws StoreFailure {@link StoreFailure.Kind#CHANGED} when it is not as expected
   */
  String put(String key, byte[] content, String expected) throws StoreFailure;

  /** Removes an object; one that is not there is no mistake. */
  void delete(String key) throws StoreFailure;
}
