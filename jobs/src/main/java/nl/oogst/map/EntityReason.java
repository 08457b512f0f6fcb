package nl.oogst.map;

/** Why a table is taken for the entity it is, the strongest reason first. */
public enum EntityReason {
  /** The profile says so. */
  PROFILE,
  /** Every required field of the entity was found among the columns. */
  ALL_REQUIRED,
  /** No entity has all its required fields here; this one clearly comes nearest. */
  NEAREST,
  /** Two entities come equally near, or none comes near at all. */
  NOT_RECOGNISED
}
