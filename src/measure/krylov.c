/* krylov.c - the two largest eigenvalues of one component, and the vector of the largest. */
#include "krylov.h"

#include <float.h>
#include <math.h>

enum {
    BLOCK = 2,  /* vectors that a step adds */
    BASIS = 40, /* vectors before a restart */
    KEPT = 16,  /* Ritz vectors that survive it */
    ROWS = BASIS + BLOCK,
};

typedef struct Krylov {
    const Adjacency *adjacency;
    const uint32_t *member; /* the component's nodes */
    size_t n;
    double norm;          /* bound of the largest eigenvalue */
    double *v[ROWS];      /* orthonormal */
    size_t n_basis;       /* vectors there are */
    double h[ROWS][ROWS]; /* v' A v, symmetric, complete for all rows and the columns that were multiplied */
} Krylov;

static double dot(const double *x, const double *y, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}

static void multiply(const Krylov *k, const double *x, double *y)
{
    const Adjacency *a = k->adjacency;
    for (size_t i = 0; i < k->n; i++) {
        uint32_t node = k->member[i];
        double sum = 0;
        for (uint64_t e = a->first[node]; e < a->first[node + 1]; e++)
            sum += a->weight[e] * x[a->place[a->neighbour[e]]];
        y[i] = sum;
    }
}

/* Takes what the basis already has out of w (twice, which is enough: Giraud and others 2005), adds the coefficients to
 * column j of h if there is one, and appends w, unless nothing of it is left. */
static void append(Krylov *k, double *w, size_t j, bool column)
{
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < k->n_basis; i++) {
            double c = dot(k->v[i], w, k->n);
            for (size_t r = 0; r < k->n; r++)
                w[r] -= c * k->v[i][r];
            if (column)
                k->h[i][j] = pass ? k->h[i][j] + c : c;
        }
    double left = sqrt(dot(w, w, k->n));
    for (size_t i = 0; column && i < k->n_basis; i++)
        k->h[j][i] = k->h[i][j];
    if (k->n_basis == k->n || left <= 1e-14 * (column ? k->norm : 1))
        return;
    double *added = k->v[k->n_basis];
    for (size_t r = 0; r < k->n; r++)
        added[r] = w[r] / left;
    if (column)
        k->h[k->n_basis][j] = k->h[j][k->n_basis] = left;
    k->n_basis++;
}

/* Fixed, positive near the wanted vector; and without any symmetry, to meet every eigenvector. */
static void start(Krylov *k, double *w)
{
    for (size_t i = 0; i < k->n; i++)
        w[i] = 1 + adjacency_strength(k->adjacency, k->member[i]) / k->norm;
    double length = sqrt(dot(w, w, k->n));
    for (size_t i = 0; i < k->n; i++)
        w[i] /= length;
    append(k, w, 0, false);
    double scale = sqrt((double)k->n);
    for (size_t i = 0; i < k->n; i++) {
        uint32_t hash = ((uint32_t)i + 1) * 2654435761u;
        hash ^= hash >> 15;
        w[i] = ((hash * 2246822519u) / 4294967296.0 - 0.5) / scale;
    }
    append(k, w, 0, false);
}

/* Turns columns p and q so that s'[p][q] becomes 0; vector collects the turns. */
static void rotate(double s[BASIS][BASIS], double vector[BASIS][BASIS], size_t n, size_t p, size_t q)
{
    double theta = (s[q][q] - s[p][p]) / (2 * s[p][q]);
    double t = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
    double c = 1 / sqrt(t * t + 1), sine = t * c;
    for (size_t i = 0; i < n; i++) {
        double x = s[i][p], y = s[i][q];
        s[i][p] = c * x - sine * y;
        s[i][q] = sine * x + c * y;
    }
    for (size_t i = 0; i < n; i++) {
        double x = s[p][i], y = s[q][i];
        s[p][i] = c * x - sine * y;
        s[q][i] = sine * x + c * y;
    }
    for (size_t i = 0; i < n; i++) {
        double x = vector[i][p], y = vector[i][q];
        vector[i][p] = c * x - sine * y;
        vector[i][q] = sine * x + c * y;
    }
}

static void swap_columns(double vector[BASIS][BASIS], size_t n, size_t p, size_t q)
{
    for (size_t i = 0; i < n; i++) {
        double x = vector[i][p];
        vector[i][p] = vector[i][q];
        vector[i][q] = x;
    }
}

/* All eigenvalues of h's first n rows, descending, and their vectors (columns): cyclic Jacobi, ours so that digits do
 * not hang on which LAPACK is installed. */
static void small_eigen(const Krylov *k, size_t n, double value[BASIS], double vector[BASIS][BASIS])
{
    double s[BASIS][BASIS];
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            s[i][j] = k->h[i][j];
            vector[i][j] = i == j;
        }
    for (int sweep = 0; sweep < 60; sweep++) {
        double off = 0;
        for (size_t p = 0; p < n; p++)
            for (size_t q = p + 1; q < n; q++)
                if (fabs(s[p][q]) > 1e-17 * k->norm) {
                    off += fabs(s[p][q]);
                    rotate(s, vector, n, p, q);
                }
        if (off <= 1e-17 * k->norm)
            break;
    }
    for (size_t i = 0; i < n; i++)
        value[i] = s[i][i];
    for (size_t i = 0; i < n; i++) {
        size_t best = i;
        for (size_t j = i + 1; j < n; j++)
            if (value[j] > value[best])
                best = j;
        double x = value[i];
        value[i] = value[best];
        value[best] = x;
        swap_columns(vector, n, i, best);
    }
}

/* Length of A y - value y for the Ritz vector in this column: what of A v lies outside the n vectors multiplied. */
static double residual(const Krylov *k, size_t n, double vector[BASIS][BASIS], size_t column)
{
    double square = 0;
    for (size_t i = n; i < k->n_basis; i++) {
        double sum = 0;
        for (size_t j = 0; j < n; j++)
            sum += k->h[i][j] * vector[j][column];
        square += sum * sum;
    }
    return sqrt(square);
}

/* v := the first `kept` Ritz vectors, then the vectors not multiplied yet. */
static void restart(Krylov *k, size_t n, size_t kept, const double value[BASIS], double vector[BASIS][BASIS])
{
    double row[BASIS];
    for (size_t r = 0; r < k->n; r++) {
        for (size_t j = 0; j < n; j++)
            row[j] = k->v[j][r];
        for (size_t i = 0; i < kept; i++) {
            double sum = 0;
            for (size_t j = 0; j < n; j++)
                sum += row[j] * vector[j][i];
            k->v[i][r] = sum;
        }
    }
    for (size_t i = n; i < k->n_basis; i++) {
        double *moved = k->v[kept + i - n];
        k->v[kept + i - n] = k->v[i];
        k->v[i] = moved;
    }
    k->n_basis = kept + k->n_basis - n;
    for (size_t i = 0; i < ROWS; i++)
        for (size_t j = 0; j < ROWS; j++)
            k->h[i][j] = i == j && i < kept ? value[i] : 0;
}

/* Both values must have settled: the gap between them is what the vector's error hangs on. */
static bool settled(const Krylov *k, size_t n, const double value[BASIS], double vector[BASIS][BASIS])
{
    if (k->n_basis == n)
        return true; /* nothing outside: exact */
    double floor = 1e-14 * value[0], gap = value[0] - value[1];
    double first = residual(k, n, vector, 0), second = residual(k, n, vector, 1);
    return first <= fmax(1e-11 * (gap - second), floor) && second <= fmax(0.1 * gap, floor);
}

/* Signs are rounding's, and small values are inexact relative to themselves: a few steps of (A + value/2) x, all of
 * whose terms are positive, mend both. */
static void polish(const Krylov *k, double value, double *x, double *scratch)
{
    for (size_t i = 0; i < k->n; i++)
        x[i] = fabs(x[i]);
    for (int step = 0; step < 16; step++) {
        multiply(k, x, scratch);
        for (size_t i = 0; i < k->n; i++)
            x[i] = scratch[i] + value / 2 * x[i];
        double length = sqrt(dot(x, x, k->n));
        for (size_t i = 0; i < k->n; i++)
            x[i] /= length;
    }
}

static void iterate(Krylov *k, int max_restarts, Principal *out)
{
    g_autofree double *w = g_new(double, k->n);
    double value[BASIS] = {0}, vector[BASIS][BASIS];
    size_t done = 0;
    start(k, w);
    for (int round = 0; round <= max_restarts; round++) {
        while (done < k->n_basis && done < BASIS) {
            multiply(k, k->v[done], w);
            append(k, w, done, true);
            done++;
        }
        small_eigen(k, done, value, vector);
        if (settled(k, done, value, vector)) {
            restart(k, done, 1, value, vector);
            polish(k, value[0], k->v[0], w);
            out->vector = g_steal_pointer(&k->v[0]);
            break;
        }
        restart(k, done, KEPT, value, vector);
        done = KEPT;
    }
    out->value = value[0];
    out->second = done > 1 ? value[1] : -INFINITY;
}

void principal_find(const Adjacency *a, uint32_t component, int max_restarts, Principal *out)
{
    *out = (Principal){.second = -INFINITY};
    size_t n = adjacency_component_size(a, component);
    if (n == 1) {
        out->vector = g_new(double, 1);
        out->vector[0] = 1;
        return;
    }
    g_autofree Krylov *k = g_new0(Krylov, 1);
    k->adjacency = a;
    k->member = a->member + a->member_first[component];
    k->n = n;
    for (size_t i = 0; i < n; i++)
        k->norm = fmax(k->norm, adjacency_strength(a, k->member[i]));
    size_t rows = MIN(n, ROWS);
    for (size_t i = 0; i < rows; i++)
        k->v[i] = g_new(double, n);
    iterate(k, max_restarts, out);
    for (size_t i = 0; i < rows; i++)
        g_free(k->v[i]);
}

void principal_clear(Principal *p)
{
    g_free(p->vector);
    p->vector = NULL;
}
