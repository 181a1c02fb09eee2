/* sdsm.c - chance when actors and events keep their sizes on average: fitted by classes of equal degree. */
#include "sdsm.h"
#include <math.h>

enum { MAX_SWEEPS = 20000 };
static const double tolerance = 1e-9;

/* --- classes of equal degree --- */

static int descending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x < y) - (x > y);
}

static size_t classify(const uint32_t *degree, size_t n, uint32_t **value, uint32_t **count)
{
    g_autofree uint32_t *sorted = g_new(uint32_t, n + 1);
    size_t classes = 0;
    for (size_t i = 0; i < n; i++)
        sorted[i] = degree[i];
    qsort(sorted, n, sizeof *sorted, descending);
    *value = g_new0(uint32_t, n + 1);
    *count = g_new0(uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1])
            (*value)[classes++] = sorted[i];
        (*count)[classes - 1]++;
    }
    return classes;
}

size_t bicm_class(const uint32_t *degrees, size_t n, uint32_t degree)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (degrees[middle] > degree)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* --- the fit --- */

typedef struct Block { /* classes from … to-1 */
    size_t row, row_end, column, column_end;
} Block;

typedef struct Fit {
    Bicm *model;
    uint32_t *row_left, *column_left; /* degrees without the cells that are set */
    double *x, *y;
} Fit;

static void set_cells(const Fit *f, Block b, double p)
{
    for (size_t i = b.row; i < b.row_end; i++)
        for (size_t j = b.column; j < b.column_end; j++)
            f->model->p[i * f->model->n_columns + j] = p;
}

/* One sweep: x from y, then y from the new x. Returns the largest relative change. */
static double sweep(const Fit *f, Block b)
{
    const Bicm *m = f->model;
    double change = 0;
    for (size_t i = b.row; i < b.row_end; i++) {
        double sum = 0, old = f->x[i];
        for (size_t j = b.column; j < b.column_end; j++)
            sum += m->column_count[j] * f->y[j] / (1 + old * f->y[j]);
        f->x[i] = f->row_left[i] / sum;
        change = MAX(change, fabs(f->x[i] / old - 1));
    }
    for (size_t j = b.column; j < b.column_end; j++) {
        double sum = 0, old = f->y[j];
        for (size_t i = b.row; i < b.row_end; i++)
            sum += m->row_count[i] * f->x[i] / (1 + f->x[i] * old);
        f->y[j] = f->column_left[j] / sum;
        change = MAX(change, fabs(f->y[j] / old - 1));
    }
    return change;
}

static double cell(const Fit *f, size_t i, size_t j) { return f->x[i] * f->y[j] / (1 + f->x[i] * f->y[j]); }

static double deviation(const Fit *f, Block b)
{
    const Bicm *m = f->model;
    double worst = 0;
    for (size_t i = b.row; i < b.row_end; i++) {
        double sum = 0;
        for (size_t j = b.column; j < b.column_end; j++)
            sum += m->column_count[j] * cell(f, i, j);
        worst = MAX(worst, fabs(sum - f->row_left[i]));
    }
    for (size_t j = b.column; j < b.column_end; j++) {
        double sum = 0;
        for (size_t i = b.row; i < b.row_end; i++)
            sum += m->row_count[i] * cell(f, i, j);
        worst = MAX(worst, fabs(sum - f->column_left[j]));
    }
    return worst;
}

/* Every degree of the block is above 0 and no cell of it is forced. */
static void solve(const Fit *f, Block b)
{
    const Bicm *m = f->model;
    double cells = 0, error = INFINITY;
    for (size_t i = b.row; i < b.row_end; i++)
        cells += (double)m->row_count[i] * f->row_left[i];
    for (size_t i = b.row; i < b.row_end; i++)
        f->x[i] = f->row_left[i] / sqrt(cells);
    for (size_t j = b.column; j < b.column_end; j++)
        f->y[j] = f->column_left[j] / sqrt(cells);
    unsigned n = 0;
    while (error > tolerance && n < MAX_SWEEPS) {
        double change = sweep(f, b);
        n++;
        if (change < tolerance || n % 64 == 0)
            error = deviation(f, b);
    }
    f->model->sweeps += n;
    f->model->error = MAX(f->model->error, error);
    for (size_t i = b.row; i < b.row_end; i++)
        for (size_t j = b.column; j < b.column_end; j++)
            f->model->p[i * m->n_columns + j] = cell(f, i, j);
}

/* Gale and Ryser: the first k rows can hold no more than the sum of min(column, k). Where they hold just that, columns
 * of at least k are full there and the others empty below: the block falls into two that do not touch. */
static bool tight(const Fit *f, Block b, uint32_t k, uint64_t held)
{
    uint64_t room = 0;
    for (size_t j = b.column; j < b.column_end; j++)
        room += (uint64_t)f->model->column_count[j] * MIN(f->column_left[j], k);
    return room == held;
}

/* Rows before `row` and columns before `column` form the cells that are 1. Recursion is as deep as there are classes.
 */
static void fit_block(const Fit *f, Block b);

static void split(const Fit *f, Block b, size_t row, uint32_t k)
{
    const Bicm *m = f->model;
    size_t column = b.column;
    uint32_t n_full = 0;
    while (column < b.column_end && f->column_left[column] >= k)
        n_full += m->column_count[column++];
    set_cells(f, (Block){b.row, row, b.column, column}, 1);
    for (size_t i = b.row; i < row; i++)
        f->row_left[i] -= n_full;
    for (size_t j = b.column; j < column; j++)
        f->column_left[j] -= k;
    fit_block(f, (Block){b.row, row, column, b.column_end});
    fit_block(f, (Block){row, b.row_end, b.column, column});
}

static void fit_block(const Fit *f, Block b)
{
    const Bicm *m = f->model;
    uint64_t held = 0;
    uint32_t k = 0;
    if (b.row == b.row_end || b.column == b.column_end || f->row_left[b.row] == 0)
        return; /* p is 0 there */
    for (size_t i = b.row; i < b.row_end; i++) {
        k += m->row_count[i];
        held += (uint64_t)m->row_count[i] * f->row_left[i];
        bool last = i + 1 == b.row_end;
        if (last ? f->column_left[b.column] >= k : tight(f, b, k, held)) {
            split(f, b, i + 1, k);
            return;
        }
    }
    while (f->column_left[b.column_end - 1] == 0) /* rows of 0 would have been tight */
        b.column_end--;
    solve(f, b);
}

Bicm *bicm_fit(const uint32_t *degree, size_t n, const uint32_t *size, size_t m)
{
    Bicm *model = g_new0(Bicm, 1);
    model->n_rows = classify(degree, n, &model->row_degree, &model->row_count);
    model->n_columns = classify(size, m, &model->column_degree, &model->column_count);
    model->p = g_new0(double, model->n_rows * model->n_columns + 1);
    g_autofree uint32_t *row_left = g_memdup2(model->row_degree, (n + 1) * sizeof(uint32_t));
    g_autofree uint32_t *column_left = g_memdup2(model->column_degree, (m + 1) * sizeof(uint32_t));
    g_autofree double *x = g_new0(double, model->n_rows + 1);
    g_autofree double *y = g_new0(double, model->n_columns + 1);
    Fit f = {model, row_left, column_left, x, y};
    fit_block(&f, (Block){0, model->n_rows, 0, model->n_columns});
    return model;
}

void bicm_free(Bicm *m)
{
    if (!m)
        return;
    g_free(m->row_degree);
    g_free(m->row_count);
    g_free(m->column_degree);
    g_free(m->column_count);
    g_free(m->p);
    g_free(m);
}

/* --- one fit a stratum --- */

Sdsm *sdsm_new(const Strata *strata, size_t n_actors, size_t n_events)
{
    Sdsm *s = g_new0(Sdsm, 1);
    g_autofree uint32_t *size = g_new(uint32_t, n_events + 1);
    s->n_strata = strata->n;
    s->n_actors = n_actors;
    s->fit = g_new0(Bicm *, s->n_strata + 1);
    s->row_class = g_new0(uint32_t, s->n_strata * n_actors + 1);
    for (size_t i = 0; i < s->n_strata; i++) {
        const uint32_t *degree = strata->degree + i * n_actors;
        size_t n = 0;
        for (size_t e = 0; e < n_events; e++)
            if (strata->of_column[e] == i)
                size[n++] = strata->size[e];
        const Bicm *fit = s->fit[i] = bicm_fit(degree, n_actors, size, n);
        s->error = MAX(s->error, fit->error);
        for (size_t row = 0; row < n_actors; row++)
            s->row_class[i * n_actors + row] = (uint32_t)bicm_class(fit->row_degree, fit->n_rows, degree[row]);
    }
    return s;
}

void sdsm_free(Sdsm *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->n_strata; i++)
        bicm_free(s->fit[i]);
    g_free(s->fit);
    g_free(s->row_class);
    g_free(s);
}

double sdsm_tail(const Sdsm *s, Tail *tail, uint32_t row_a, uint32_t row_b, uint32_t c)
{
    tail_start(tail, c);
    for (size_t i = 0; i < s->n_strata; i++) {
        const Bicm *fit = s->fit[i];
        const uint32_t *row_class = s->row_class + i * s->n_actors;
        const double *a = fit->p + row_class[row_a] * fit->n_columns, *b = fit->p + row_class[row_b] * fit->n_columns;
        for (size_t j = 0; j < fit->n_columns; j++)
            tail_add_binomial(tail, fit->column_count[j], a[j] * b[j]);
    }
    return tail_of(tail);
}
