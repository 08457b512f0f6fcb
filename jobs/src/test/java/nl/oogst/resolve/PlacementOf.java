package nl.oogst.resolve;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.model.LinkTokens;

/** Writes a placement down with only what matters to a test; the rest is an ordinary job. */
public final class PlacementOf {
  private final String placementId;
  private String personId;
  private String contractId;
  private String organisation = "BZK";
  private String supplier;
  private String supplierKvk;
  private String employer;
  private String employerKvk;
  private String attribution = "supplier";
  private String route;
  private String contractForm = "temporary";
  private String targetGroup = "participatiewet";
  private String ground;
  private int registerFrom = Days.NONE;
  private int registerTo = Days.NONE;
  private int start = Days.of(2023, 1, 1);
  private int end = Days.NONE;
  private String endReason;
  private long hours = 36 * Fixed.ONE;
  private long value = Fixed.NONE;
  private String scheme;
  private int reference = Days.NONE;
  private LinkTokens link;

  private PlacementOf(String placementId) {
    this.placementId = placementId;
    this.personId = "person of " + placementId;
  }

  public static PlacementOf id(String placementId) {
    return new PlacementOf(placementId);
  }

  /** A day as 2023-01-31; null is none. */
  public static int day(String iso) {
    return iso == null ? Days.NONE : Days.of(LocalDate.parse(iso));
  }

  public PlacementOf person(String id) {
    personId = id;
    return this;
  }

  public PlacementOf contract(String id, String ofSupplier) {
    contractId = id;
    supplier = ofSupplier;
    return this;
  }

  public PlacementOf organisation(String code) {
    organisation = code;
    return this;
  }

  public PlacementOf supplierKvk(String kvk) {
    supplierKvk = kvk;
    return this;
  }

  public PlacementOf employer(String name) {
    employer = name;
    return this;
  }

  public PlacementOf employerKvk(String kvk) {
    employerKvk = kvk;
    return this;
  }

  public PlacementOf attribution(String code) {
    attribution = code;
    return this;
  }

  public PlacementOf form(String code) {
    contractForm = code;
    return this;
  }

  public PlacementOf group(String code) {
    targetGroup = code;
    return this;
  }

  public PlacementOf ground(String code) {
    ground = code;
    return this;
  }

  public PlacementOf registered(String from, String to) {
    registerFrom = day(from);
    registerTo = day(to);
    return this;
  }

  public PlacementOf from(String iso) {
    start = day(iso);
    return this;
  }

  public PlacementOf to(String iso) {
    end = day(iso);
    return this;
  }

  public PlacementOf reason(String code) {
    endReason = code;
    return this;
  }

  public PlacementOf route(String code) {
    route = code;
    return this;
  }

  public PlacementOf hours(String perWeek) {
    hours = perWeek == null ? Fixed.NONE : Fixed.of(new BigDecimal(perWeek));
    return this;
  }

  public PlacementOf value(String eur, String valuationScheme) {
    value = Fixed.of(new BigDecimal(eur));
    scheme = valuationScheme;
    return this;
  }

  public PlacementOf reference(String iso) {
    reference = day(iso);
    return this;
  }

  /** Tokens of a person; the birth token is as different as the exact one. */
  public PlacementOf link(String exact, String phonetic, String swapped) {
    return link(new LinkTokens(exact, phonetic, swapped, "birth of " + exact));
  }

  public PlacementOf link(LinkTokens tokens) {
    link = tokens;
    return this;
  }

  public Item.Placement item() {
    return new Item.Placement(
        placementId,
        personId,
        contractId,
        organisation,
        supplier,
        supplierKvk,
        employer,
        employerKvk,
        attribution,
        route,
        contractForm,
        targetGroup,
        ground,
        registerFrom,
        registerTo,
        start,
        end,
        endReason,
        hours,
        value,
        scheme,
        reference,
        link);
  }

  /** What is known after one snapshot that shows it. */
  public ResolvedPlacement seen(String proeftuin, String peildatum, String asOf) {
    return Deliveries.of(proeftuin).snapshot(peildatum).shows(this).resolve(asOf).placement();
  }
}
