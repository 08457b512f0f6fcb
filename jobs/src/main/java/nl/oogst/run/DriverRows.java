package nl.oogst.run;

import java.util.List;
import java.util.function.BiConsumer;
import nl.oogst.model.DataSetSchema;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.Resolution;

/** Rows that only the driver knows: ledger, links, refusals, practices of the register. */
final class DriverRows {
  private final Definitions definitions;
  private final Inbox inbox;
  private final RestrictedRows rows;
  private final DriverIssues driverIssues;

  DriverRows(Definitions definitions, Inbox inbox, RestrictedRows rows, Intake intake) {
    this.definitions = definitions;
    this.inbox = inbox;
    this.rows = rows;
    this.driverIssues = new DriverIssues(definitions, inbox, intake);
  }

  void add(
      Ledger ledger,
      Identities identities,
      List<Resolution.PlacedIssue> statements,
      BiConsumer<DataSetSchema, Object[]> sink) {
    DataSetSchema ledgerSchema = definitions.dataSet("ledger");
    ledger.rows(ledgerSchema).forEach(row -> sink.accept(ledgerSchema, row));
    DataSetSchema links = definitions.dataSet("links");
    identities.links().forEach(link -> sink.accept(links, rows.link(link)));
    DataSetSchema issues = definitions.dataSet("issues");
    IssueSink toRows =
        (delivery, file, sheet, line, entity, issue) ->
            sink.accept(issues, rows.issue(delivery, file, sheet, line, entity, issue));
    driverIssues.ofDeliveries(ledger, toRows);
    driverIssues.ofStatements(statements, toRows);
    driverIssues.ofPersons(identities.doubtful(), toRows);
    DataSetSchema practices = definitions.dataSet("practices");
    inbox.practices().forEach(used -> sink.accept(practices, rows.registered(used)));
  }
}
