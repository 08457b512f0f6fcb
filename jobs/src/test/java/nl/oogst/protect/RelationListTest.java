package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;

import nl.oogst.protect.LinearSystem.Relation;
import org.junit.jupiter.api.Test;

class RelationListTest {
  private static Relation of(int i) {
    int[] unknowns = new int[1 + i % 5];
    double[] factors = new double[unknowns.length];
    for (int t = 0; t < unknowns.length; t++) {
      unknowns[t] = i + t;
      factors[t] = t % 2 == 0 ? 1 : -i;
    }
    return new Relation(unknowns, factors, -i, i);
  }

  @Test
  void givesBackEachRelationInTheOrderOfAdding() {
    RelationList list = new RelationList();
    for (int i = 0; i < 10_000; i++) {
      assertThat(list.add(of(i))).isTrue();
    }
    assertThat(list.size()).isEqualTo(10_000);
    for (int i = 0; i < 10_000; i++) {
      Relation found = list.get(i);
      assertThat(found.unknowns()).isEqualTo(of(i).unknowns());
      assertThat(found.factors()).isEqualTo(of(i).factors());
      assertThat(found.least()).isEqualTo(-i);
      assertThat(found.most()).isEqualTo(i);
      assertThat(list.add(of(i))).as("known").isFalse();
    }
    assertThat(list.size()).isEqualTo(10_000);
  }

  @Test
  void anotherUnknownFactorOrLowerBoundIsAnotherRelation() {
    RelationList list = new RelationList();
    list.add(new Relation(new int[] {1, 2}, new double[] {1, -1}, 0, 0));
    assertThat(list.add(new Relation(new int[] {1, 3}, new double[] {1, -1}, 0, 0))).isTrue();
    assertThat(list.add(new Relation(new int[] {1, 2}, new double[] {1, -2}, 0, 0))).isTrue();
    assertThat(list.add(new Relation(new int[] {1, 2}, new double[] {1, -1}, -1, 0))).isTrue();
    assertThat(list.add(new Relation(new int[] {1}, new double[] {1}, 0, 0))).isTrue();
    assertThat(list.add(new Relation(new int[] {1, 2}, new double[] {1, -1}, 0, 9)))
        .as("the upper bound tells no relations apart")
        .isFalse();
  }
}
