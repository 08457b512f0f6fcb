package nl.oogst.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Delivery;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.Identities;

/** Rows that only the driver knows: ledger, links, refusals, practices of the register. */
final class DriverRows {
  private final Definitions definitions;
  private final Inbox inbox;
  private final RestrictedRows rows;
  private final Set<Integer> refused;

  DriverRows(Definitions definitions, Inbox inbox, RestrictedRows rows, Set<Integer> refused) {
    this.definitions = definitions;
    this.inbox = inbox;
    this.rows = rows;
    this.refused = refused;
  }

  void add(
      Ledger ledger,
      List<Refusal> refusals,
      Identities identities,
      BiConsumer<DataSetSchema, Object[]> sink) {
    DataSetSchema ledgerSchema = definitions.dataSet("ledger");
    ledger.rows(ledgerSchema).forEach(row -> sink.accept(ledgerSchema, row));
    DataSetSchema links = definitions.dataSet("links");
    identities.links().forEach(link -> sink.accept(links, rows.link(link)));
    DataSetSchema issues = definitions.dataSet("issues");
    for (Refusal refusal : refusals) {
      sink.accept(
          issues, rows.issue(refusal.delivery(), refusal.file(), null, 0, null, issue(refusal)));
    }
    Issue empty = new Issue(IssueCode.DELIVERY_EMPTY, null, null, null);
    for (int delivery : ledger.empty()) {
      sink.accept(issues, rows.issue(delivery, null, null, 0, null, empty));
    }
    for (String person : identities.doubtful()) {
      sink.accept(issues, doubtful(person));
    }
    DataSetSchema practices = definitions.dataSet("practices");
    inbox.practices().forEach(used -> sink.accept(practices, rows.registered(used)));
  }

  private static Issue issue(Refusal refusal) {
    return new Issue(
        IssueCode.valueOf(refusal.code().toUpperCase(Locale.ROOT)),
        refusal.field(),
        refusal.found(),
        refusal.expected());
  }

  /** A person number that was not merged with others, at the newest delivery of its proeftuin. */
  private Object[] doubtful(String person) {
    String proeftuin = person.substring(0, person.indexOf('/'));
    int newest = -1;
    for (Delivery delivery : inbox.deliveries()) {
      if (delivery.proeftuin().equals(proeftuin) && !refused.contains(delivery.index())) {
        newest = delivery.index();
      }
    }
    Issue issue =
        new Issue(
            IssueCode.LINK_DOUBTFUL,
            "person_id",
            null,
            "één geboortedatum en hoogstens "
                + definitions.linking().maxPersons()
                + " persoonsnummers");
    return rows.issue(newest, null, null, 0, "placement", issue);
  }
}
