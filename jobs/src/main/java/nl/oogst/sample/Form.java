package nl.oogst.sample;

/** The export forms that ministries and suppliers use. */
enum Form {
  EXCEL_CSV("Excel-CSV, windows-1252, sep=, titelregels, Totaal"),
  BOM_CSV("CSV, UTF-8 met BOM"),
  TSV("TSV met twee kopregels"),
  XLSX("XLSX met meerdere bladen, datums als getal"),
  JSON("JSON met omhulsel en geneste velden"),
  JSON_LINES("JSON Lines"),
  ZIP("zip met meerdere CSV's"),
  GZIP("CSV als .csv.gz"),
  CANONICAL("CSV met de canonieke namen"),
  LABELS("CSV met Nederlandse labels en synoniemen");

  private final String description;

  Form(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  boolean usuallyHasProfile() {
    return this != CANONICAL && this != LABELS;
  }
}
