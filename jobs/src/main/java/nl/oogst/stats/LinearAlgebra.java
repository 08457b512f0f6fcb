package nl.oogst.stats;

import java.util.Optional;

/** The little linear algebra that the tests and regressions need. */
final class LinearAlgebra {

  private static final double SINGULAR = 1e-12;

  private LinearAlgebra() {}

  /** The inverse of a symmetric positive definite matrix; absent when it is singular. */
  static Optional<double[][]> inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      inverse[i][i] = 1;
    }
    for (int column = 0; column < n; column++) {
      double pivot = a[column][column];
      if (!(pivot > SINGULAR * matrix[column][column])) {
        return Optional.empty();
      }
      for (int j = 0; j < n; j++) {
        a[column][j] /= pivot;
        inverse[column][j] /= pivot;
      }
      for (int row = 0; row < n; row++) {
        double factor = a[row][column];
        if (row != column && factor != 0) {
          for (int j = 0; j < n; j++) {
            a[row][j] -= factor * a[column][j];
            inverse[row][j] -= factor * inverse[column][j];
          }
        }
      }
    }
    return Optional.of(inverse);
  }

  /** {@code x' M y}. */
  static double form(double[] x, double[][] matrix, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * dot(matrix[i], y);
    }
    return sum;
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  static double[] times(double[][] matrix, double[] x) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], x);
    }
    return product;
  }
}
