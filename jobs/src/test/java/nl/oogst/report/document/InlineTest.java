package nl.oogst.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class InlineTest {
  @Test
  void stressAndLinksAreFoundBetweenPlainText() {
    assertThat(Inline.parse("Een **baan** is een [begrip](#term-baan)."))
        .containsExactly(
            new Inline.Part(Inline.Kind.PLAIN, "Een ", null),
            new Inline.Part(Inline.Kind.STRESS, "baan", null),
            new Inline.Part(Inline.Kind.PLAIN, " is een ", null),
            new Inline.Part(Inline.Kind.LINK, "begrip", "#term-baan"),
            new Inline.Part(Inline.Kind.PLAIN, ".", null));
  }

  @Test
  void aLinkToAnythingButAPlaceOrASecureAddressStaysText() {
    assertThat(Inline.parse("[klik](javascript:alert(1))"))
        .allSatisfy(part -> assertThat(part.kind()).isEqualTo(Inline.Kind.PLAIN));
  }

  @Test
  void aPageBesideThisOneCanBeLinkedTo() {
    assertThat(Inline.parse("[BZK](ministerie-bzk.html)"))
        .containsExactly(new Inline.Part(Inline.Kind.LINK, "BZK", "ministerie-bzk.html"));
    for (String target :
        List.of("../leerrapportage-2025.html", "paginas-2025/index.html", "a.en.html")) {
      assertThat(Inline.parse("[daar](" + target + ")"))
          .containsExactly(new Inline.Part(Inline.Kind.LINK, "daar", target));
    }
    assertThat(Inline.parse("[ver](../../weg.html) [weg](a/b/c.html) [op](/a.html)"))
        .allSatisfy(part -> assertThat(part.kind()).isEqualTo(Inline.Kind.PLAIN));
  }

  @Test
  void aPageIsElsewhereAndAPlaceOrAnAddressIsNot() {
    assertThat(Inline.parse("[a](../a.html)")).allMatch(Inline.Part::leadsToPage);
    assertThat(Inline.parse("[a](#a.html) [a](https://a.nl/a.html) a.html"))
        .noneMatch(Inline.Part::leadsToPage);
  }

  @Property
  void textWithoutMarkupIsKeptAsItIs(
      @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = 'z') String text) {
    String plain = text.replace("*", "").replace("[", "");
    StringBuilder joined = new StringBuilder();
    Inline.parse(plain).forEach(part -> joined.append(part.text()));
    assertThat(joined.toString()).isEqualTo(plain);
  }
}
