package nl.oogst.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything declared in {@code schemas/}, loaded once and checked whole. */
public final class Schemas implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<String> ENTITIES =
      List.of("placement", "paid_hours", "indicator", "practice", "lesson", "statement");

  private final Map<String, EntitySchema> entities = new LinkedHashMap<>();
  private final Map<String, CodeList> codelists = new LinkedHashMap<>();
  private final Map<IssueCode, IssueText> issues = new EnumMap<>(IssueCode.class);
  private final Map<String, JsonNode> rules = new LinkedHashMap<>();
  private final transient Path root;

  private Schemas(Path root) {
    this.root = root;
  }

  /**
   * Loads and checks the folder.
   *
   * @throws SchemaMistake naming the file and the place of the first mistake
   */
  public static Schemas load(Path root) {
    Schemas schemas = new Schemas(root);
    SchemaFiles files = new SchemaFiles(root);
    schemas.codelists.putAll(files.codelists());
    for (String entity : ENTITIES) {
      schemas.entities.put(entity, files.entity(entity, schemas.codelists));
    }
    schemas.issues.putAll(files.issues());
    schemas.rules.putAll(files.rules());
    return schemas;
  }

  public Path root() {
    return root;
  }

  /** The entities, placement first. */
  public Iterable<EntitySchema> entities() {
    return entities.values();
  }

  /**
   * One entity.
   *
   * @throws SchemaMistake when there is no such entity
   */
  public EntitySchema entity(String name) {
    return required(entities, name, "entity");
  }

  /**
   * One code list.
   *
   * @throws SchemaMistake when there is no such list
   */
  public CodeList codelist(String name) {
    return required(codelists, name, "code list");
  }

  public IssueText issue(IssueCode code) {
    return issues.get(code);
  }

  /**
   * A rule book, such as {@code banenafspraak}.
   *
   * @throws SchemaMistake when there is no such file
   */
  public JsonNode rules(String name) {
    return required(rules, name, "rule book");
  }

  private <T> T required(Map<String, T> all, String name, String what) {
    T one = all.get(name);
    if (one == null) {
      throw new SchemaMistake(
          root.getFileName().toString(),
          "there is no " + what + " '" + name + "'; known: " + String.join(", ", all.keySet()));
    }
    return one;
  }
}
