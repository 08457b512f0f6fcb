package nl.oogst.model;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A code list of {@code schemas/codelists}: codes in the order of the file. */
public final class CodeList implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final Map<String, Code> byCode = new LinkedHashMap<>();
  private final Map<String, Code> byText = new HashMap<>();

  /**
   * @throws SchemaMistake when a code stands twice, or a spelling leads to two codes
   */
  CodeList(String name, List<Code> codes) {
    this.name = name;
    for (Code code : codes) {
      if (byCode.put(code.code(), code) != null) {
        throw new SchemaMistake(place(), "the code '" + code.code() + "' stands twice");
      }
      spell(code.code(), code);
      spell(code.label().nl(), code);
      spell(code.label().en(), code);
      code.synonyms().forEach(synonym -> spell(synonym, code));
    }
  }

  private void spell(String text, Code code) {
    Code other = byText.putIfAbsent(Folding.fold(text), code);
    if (other != null && !other.code().equals(code.code())) {
      throw new SchemaMistake(
          place(),
          "'" + text + "' leads to two codes, '" + other.code() + "' and '" + code.code() + "'");
    }
  }

  private String place() {
    return "codelists/" + name + ".csv";
  }

  public String name() {
    return name;
  }

  public Iterable<Code> codes() {
    return byCode.values();
  }

  /** The code itself, spelled exactly. */
  public Optional<Code> code(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The code that a text stands for: code, label or synonym, compared folded. */
  public Optional<Code> find(String text) {
    return Optional.ofNullable(byText.get(Folding.fold(text)));
  }
}
