/** What {@code scripts/bench} compares a harvest with. Plain Java; nothing of Oogst is used. */
package nl.oogst.run.bench;
