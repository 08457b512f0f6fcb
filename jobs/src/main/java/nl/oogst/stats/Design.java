package nl.oogst.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Outcomes of pilots with their design matrix, and weighted least squares on them. */
final class Design {

  private final double[] y;
  private final double[] v;
  private final double[][] x;
  private final int columns;

  private Design(double[] y, double[] v, double[][] x, int columns) {
    this.columns = columns;
    this.y = y;
    this.v = v;
    this.x = x;
  }

  /** A column of ones, then the moderators; one array per moderator. */
  static Design of(List<EffectSize> outcomes, List<double[]> moderators) {
    int m = outcomes.size();
    double[][] x = new double[m][1 + moderators.size()];
    for (int i = 0; i < m; i++) {
      x[i][0] = 1;
      for (int j = 0; j < moderators.size(); j++) {
        x[i][j + 1] = moderators.get(j)[i];
      }
    }
    return new Design(
        outcomes.stream().mapToDouble(EffectSize::value).toArray(),
        outcomes.stream().mapToDouble(EffectSize::variance).toArray(),
        x,
        1 + moderators.size());
  }

  int rows() {
    return y.length;
  }

  int columns() {
    return columns;
  }

  int residualDegrees() {
    return rows() - columns();
  }

  double variance(int row) {
    return v[row];
  }

  double outcome(int row) {
    return y[row];
  }

  double fitted(int row, double[] beta) {
    return LinearAlgebra.dot(x[row], beta);
  }

  /** Variance of the fitted value of a row. */
  double leverage(int row, double[][] covariance) {
    return LinearAlgebra.form(x[row], covariance, x[row]);
  }

  /**
   * Hedges's estimate of τ² from unweighted least squares, {@code (RSS − tr PV)/(m − p)} (Hedges
   * and Olkin, 1985); 0 when negative.
   */
  double hedges() {
    double[] ones = new double[rows()];
    Arrays.fill(ones, 1);
    var unweighted = new Design(y, ones, x, columns).fit(0).orElseThrow();
    double sampling = 0;
    for (int i = 0; i < rows(); i++) {
      sampling += v[i] * (1 - leverage(i, unweighted.covariance()));
    }
    return Math.max(0, (unweighted.q() - sampling) / residualDegrees());
  }

  /** Weighted least squares with weights {@code 1/(v + τ²)}; absent when columns are dependent. */
  Optional<Fit> fit(double tau2) {
    int p = columns();
    double[] w = new double[rows()];
    double[][] information = new double[p][p];
    double[] score = new double[p];
    for (int i = 0; i < rows(); i++) {
      w[i] = 1 / (v[i] + tau2);
      for (int a = 0; a < p; a++) {
        score[a] += w[i] * x[i][a] * y[i];
        for (int b = 0; b < p; b++) {
          information[a][b] += w[i] * x[i][a] * x[i][b];
        }
      }
    }
    return LinearAlgebra.inverse(information)
        .map(inverse -> new Fit(this, w, inverse, LinearAlgebra.times(inverse, score)));
  }

  /** A fit at one τ². */
  static final class Fit {

    private final Design design;
    private final double[] w;
    private final double[][] covariance;
    private final double[] beta;

    private Fit(Design design, double[] w, double[][] covariance, double[] beta) {
      this.design = design;
      this.w = w;
      this.covariance = covariance;
      this.beta = beta;
    }

    double[] beta() {
      return beta;
    }

    double[][] covariance() {
      return covariance;
    }

    /** {@code Σ w·(y − Xβ)²}. */
    double q() {
      double q = 0;
      for (int i = 0; i < w.length; i++) {
        double r = residual(i);
        q += w[i] * r * r;
      }
      return q;
    }

    /** {@code y'PPy} with {@code P = W − WX(X'WX)⁻¹X'W}; as {@code Py = W(y − Xβ)}. */
    double squaredProjection() {
      double sum = 0;
      for (int i = 0; i < w.length; i++) {
        double r = w[i] * residual(i);
        sum += r * r;
      }
      return sum;
    }

    /** {@code tr(P)}. */
    double trace() {
      double trace = 0;
      for (int i = 0; i < w.length; i++) {
        trace += w[i] - w[i] * w[i] * design.leverage(i, covariance);
      }
      return trace;
    }

    /** {@code tr(PP)}. */
    double squaredTrace() {
      double[][] products = new double[w.length][];
      for (int j = 0; j < w.length; j++) {
        products[j] = LinearAlgebra.times(covariance, design.x[j]);
      }
      double trace = 0;
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w.length; j++) {
          double p = -w[i] * w[j] * LinearAlgebra.dot(design.x[i], products[j]);
          if (i == j) {
            p += w[i];
          }
          trace += p * p;
        }
      }
      return trace;
    }

    private double residual(int i) {
      return design.y[i] - design.fitted(i, beta);
    }
  }
}
