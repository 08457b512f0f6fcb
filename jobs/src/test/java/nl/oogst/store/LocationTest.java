package nl.oogst.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  @ParameterizedTest
  @CsvSource({
    "s3a://b, b, ''",
    "s3a://b/, b, ''",
    "s3://b/p, b, p",
    "s3a://b/p/q/, b, p/q",
    "s3a://b/een map/überzicht, b, een map/überzicht"
  })
  void aPlaceIsABucketAndAPrefixAsItIs(String text, String bucket, String prefix)
      throws StoreFailure {
    assertThat(Location.is(text)).isTrue();
    assertThat(Location.parse(text)).isEqualTo(new Location(bucket, prefix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a://", "s3a:///p", "s3a://b/p//q", "s3a://b/../q", "s3a://b/a\\b"})
  void whatNamesNoPlaceIsRefused(String text) {
    assertThatThrownBy(() -> Location.parse(text))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContainingAll(text, "s3a://bucket/prefix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"harvest", "/data/s3a", "./s3a://b", "s3a:/b", "file:///x"})
  void foldersAreNoPlaces(String text) {
    assertThat(Location.is(text)).isFalse();
  }

  @Test
  void keysAreRelativeToThePrefix() throws StoreFailure {
    var place = Location.parse("s3a://b/p");
    assertThat(place.key("x/y")).isEqualTo("p/x/y");
    assertThat(place.relative("p/x/y")).isEqualTo("x/y");
    assertThat(place.of("x/y")).isEqualTo("s3a://b/p/x/y");
    assertThat(new Location("b", "").key("x")).isEqualTo("x");
  }
}
