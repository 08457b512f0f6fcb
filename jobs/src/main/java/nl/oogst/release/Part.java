package nl.oogst.release;

import nl.oogst.protect.GateReport;

/** What of a release is needed for something, where not all of it is at hand. */
public enum Part {
  /** How its data sets are declared. */
  DESCRIPTION {
    @Override
    boolean has(String path) {
      return path.endsWith("/datapackage.json");
    }
  },
  /** What it published. */
  PUBLIC {
    @Override
    boolean has(String path) {
      return path.startsWith("public/");
    }
  },
  /** The data sets that it published. */
  TABLES {
    @Override
    boolean has(String path) {
      return path.startsWith("public/") && path.endsWith(".parquet");
    }
  },
  /** Its figures, published and exact, which the gate judges a later release with. */
  FIGURES {
    @Override
    boolean has(String path) {
      return TABLES.has(path)
          || path.startsWith("restricted/unprotected/")
          || path.equals("restricted/practices.parquet")
          || path.equals(GateReport.FILE);
    }
  },
  /** Everything, records included. */
  WHOLE {
    @Override
    boolean has(String path) {
      return true;
    }
  };

  abstract boolean has(String path);
}
