package nl.oogst.map;

/** Why a column has its field, the strongest reason first. */
public enum Reason {
  /** The profile says so. */
  PROFILE,
  /** The profile gives the field a constant, so this column is not used. */
  CONSTANT,
  /** The header is the canonical name. */
  NAME,
  /** The header is the Dutch or English label. */
  LABEL,
  /** The header is a listed synonym. */
  SYNONYM,
  /** Header and content look like the field. */
  LIKENESS,
  /** Holds the year of the pay periods in another column, and is read together with it. */
  BESIDE,
  /** The profile says that the column is known and not wanted. */
  KNOWN_AND_DROPPED,
  /** Another column is a better match for the same field. */
  SUPERSEDED,
  /** Nothing matches. */
  NOT_RECOGNISED
}
