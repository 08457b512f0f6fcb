/**
 * Object stores: places that hold objects under keys, know no folders, no rights of a file and no
 * rename, and write one object whole or not at all. In: a location as {@code s3a://bucket/prefix}.
 * Out: what lies there, with failures in words.
 *
 * <p>Knows nothing of deliveries or releases. Only {@code S3Store} knows the library of S3, which
 * is there only for those who use one.
 */
package nl.oogst.store;
