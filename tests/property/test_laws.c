/* test_laws.c - the laws of the model, on random incidence matrices. */
#include "network.h"
#include "support.h"
#include <math.h>

enum { MOST_ACTORS = 14, MOST_EVENTS = 18, N_MATRICES = 60 };

/* in[a][e], and the names the actors and events are given. */
typedef struct Matrix {
    unsigned n_actors, n_events;
    bool in[MOST_ACTORS][MOST_EVENTS];
} Matrix;

static Matrix random_matrix(GRand *rand)
{
    Matrix m = {.n_actors = (unsigned)g_rand_int_range(rand, 1, MOST_ACTORS + 1),
                .n_events = (unsigned)g_rand_int_range(rand, 1, MOST_EVENTS + 1)};
    double density = g_rand_double_range(rand, 0.02, 0.7);
    for (unsigned a = 0; a < m.n_actors; a++)
        for (unsigned e = 0; e < m.n_events; e++)
            m.in[a][e] = g_rand_double(rand) < density;
    return m;
}

static void shuffle(GRand *rand, unsigned *number, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        number[i] = i;
    for (unsigned i = n; i-- > 1;) {
        unsigned j = (unsigned)g_rand_int_range(rand, 0, (int)i + 1), swap = number[i];
        number[i] = number[j];
        number[j] = swap;
    }
}

/* The matrix as pairs: actor a is named by a_name[a], events come in the order and with the names of e_name; some pairs
 * twice. */
static Made *make(const Matrix *m, const unsigned *a_name, const unsigned *e_order, GRand *rand)
{
    g_autoptr(GPtrArray) pair = g_ptr_array_new_with_free_func(g_free);
    for (unsigned e = 0; e < m->n_events; e++)
        for (unsigned a = 0; a < m->n_actors; a++)
            for (int again = 0; m->in[a][e_order[e]] && again < 1 + g_rand_int_range(rand, 0, 2); again++)
                g_ptr_array_add(pair, g_strdup_printf("actor%02u event%02u", a_name[a], e_order[e]));
    g_ptr_array_add(pair, NULL);
    return made_new((const char *const *)pair->pdata);
}

static Network *project(const Made *made, Weight weight)
{
    Selection s;
    GError *error = NULL;
    selection_init(&s);
    s.weight = weight;
    Network *net = network_project(made->incidence, &s, &error);
    g_assert_no_error(error);
    return net;
}

static uint32_t node_named(const Network *net, unsigned name)
{
    g_autofree char *id = g_strdup_printf("actor%02u", name);
    for (uint32_t i = 0; i < net->n_nodes; i++)
        if (g_str_equal(network_actor(net, i)->id, id))
            return i;
    return UINT32_MAX;
}

static double weight_between(const Network *net, unsigned a, unsigned b)
{
    uint32_t x = node_named(net, a), y = node_named(net, b);
    const Tie *tie = x == UINT32_MAX || y == UINT32_MAX ? NULL : network_tie(net, x, y);
    return tie ? tie->weight : 0;
}

/* --- the definitions, straight from the matrix --- */

static unsigned size_of(const Matrix *m, unsigned e)
{
    unsigned k = 0;
    for (unsigned a = 0; a < m->n_actors; a++)
        k += m->in[a][e];
    return k;
}

static double defined(const Matrix *m, Weight weight, unsigned a, unsigned b)
{
    double c = 0, s_a = 0, s_b = 0, n = 0, newman = 0, fractional = 0;
    for (unsigned e = 0; e < m->n_events; e++) {
        double k = size_of(m, e);
        bool both = m->in[a][e] && m->in[b][e];
        n += k > 0;
        c += both;
        s_a += m->in[a][e];
        s_b += m->in[b][e];
        newman += both ? 1 / (k - 1) : 0;
        fractional += both ? 2 / (k * (k - 1)) : 0;
    }
    if (c == 0)
        return 0;
    const double value[N_WEIGHTS] = {
        [WEIGHT_NEWMAN] = newman,
        [WEIGHT_COUNT] = c,
        [WEIGHT_BINARY] = 1,
        [WEIGHT_FRACTIONAL] = fractional,
        [WEIGHT_JACCARD] = c / (s_a + s_b - c),
        [WEIGHT_COSINE] = c / sqrt(s_a * s_b),
        [WEIGHT_ASSOCIATION] = c * n / (s_a * s_b),
    };
    return value[weight];
}

typedef void (*Law)(const Matrix *, GRand *);

static void for_matrices(Law law)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20210624);
    for (int i = 0; i < N_MATRICES; i++) {
        Matrix m = random_matrix(rand);
        law(&m, rand);
    }
}

static const unsigned in_order[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};

static void law_definitions(const Matrix *m, GRand *rand)
{
    g_autoptr(Made) made = make(m, in_order, in_order, rand);
    for (int w = 0; w < N_WEIGHTS; w++) {
        g_autoptr(Network) net = project(made, (Weight)w);
        for (unsigned a = 0; a < m->n_actors; a++)
            for (unsigned b = 0; b < m->n_actors; b++)
                if (a != b)
                    g_assert_cmpfloat_with_epsilon(weight_between(net, a, b), defined(m, (Weight)w, a, b), 1e-12);
    }
}

static void law_permutation(const Matrix *m, GRand *rand)
{
    unsigned name[MOST_ACTORS], order[MOST_EVENTS];
    shuffle(rand, name, m->n_actors);
    shuffle(rand, order, m->n_events);
    g_autoptr(Made) made = make(m, in_order, in_order, rand);
    g_autoptr(Made) other = make(m, name, order, rand);
    for (int w = 0; w < N_WEIGHTS; w++) {
        g_autoptr(Network) net = project(made, (Weight)w);
        g_autoptr(Network) permuted = project(other, (Weight)w);
        g_assert_cmpuint(net->n_nodes, ==, permuted->n_nodes);
        g_assert_cmpuint(net->n_ties, ==, permuted->n_ties);
        for (unsigned a = 0; a < m->n_actors; a++)
            for (unsigned b = 0; b < a; b++)
                g_assert_cmpfloat_with_epsilon(weight_between(net, a, b), weight_between(permuted, name[a], name[b]),
                                               1e-12);
    }
}

static void law_sums(const Matrix *m, GRand *rand)
{
    g_autoptr(Made) made = make(m, in_order, in_order, rand);
    g_autoptr(Network) count = project(made, WEIGHT_COUNT);
    g_autoptr(Network) newman = project(made, WEIGHT_NEWMAN);
    g_autoptr(Network) fractional = project(made, WEIGHT_FRACTIONAL);
    double pairs = 0, in_company = 0, n_count = 0, n_fractional = 0;
    double company[MOST_ACTORS] = {0}, strength[MOST_ACTORS] = {0};
    for (unsigned e = 0; e < m->n_events; e++) {
        unsigned k = size_of(m, e);
        pairs += k * (k - 1.0) / 2;
        in_company += k > 1;
        for (unsigned a = 0; a < m->n_actors; a++)
            company[a] += m->in[a][e] && k > 1;
    }
    for (size_t i = 0; i < count->n_ties; i++) {
        n_count += count->tie[i].weight;
        n_fractional += fractional->tie[i].weight;
    }
    g_assert_cmpfloat(n_count, ==, pairs);
    g_assert_cmpfloat_with_epsilon(n_fractional, in_company, 1e-10);
    for (size_t i = 0; i < newman->n_ties; i++) {
        strength[newman->tie[i].a] += newman->tie[i].weight;
        strength[newman->tie[i].b] += newman->tie[i].weight;
    }
    for (unsigned a = 0; a < m->n_actors; a++) {
        uint32_t node = node_named(newman, a);
        g_assert_true(node != UINT32_MAX || company[a] == 0);
        if (node != UINT32_MAX)
            g_assert_cmpfloat_with_epsilon(strength[node], company[a], 1e-10);
    }
}

static void law_support(const Matrix *m, GRand *rand)
{
    g_autoptr(Made) made = make(m, in_order, in_order, rand);
    g_autoptr(Network) net = project(made, WEIGHT_COUNT);
    for (size_t i = 0; i < net->n_ties; i++) {
        const Tie *tie = &net->tie[i];
        TieSupport support;
        network_tie_support(net, tie, &support);
        g_assert_cmpuint(tie->a, <, tie->b);
        g_assert_true(i == 0 || net->tie[i - 1].a < tie->a || net->tie[i - 1].b < tie->b);
        g_assert_cmpfloat((double)support.n_events, ==, tie->weight);
        g_assert_cmpuint(support.n_events, ==, tie->n_events);
        g_assert_cmpuint(support.n_documents, ==, 1);
        tie_support_clear(&support);
    }
}

static void law_leave_one_out(const Matrix *m, GRand *rand)
{
    g_autoptr(Made) made = make(m, in_order, in_order, rand);
    for (uint32_t column = 0; column < made->incidence->n_events; column++) {
        Matrix less = *m;
        unsigned e = (unsigned)g_ascii_strtoull(made->corpus->event[made->incidence->event[column].i].id + 5, NULL, 10);
        for (unsigned a = 0; a < m->n_actors; a++)
            less.in[a][e] = false;
        g_autoptr(Incidence) without = incidence_without(made->incidence, column);
        Made half = {made->corpus, made->cast, made->hierarchy, without};
        g_autoptr(Network) net = project(&half, WEIGHT_NEWMAN);
        for (unsigned a = 0; a < m->n_actors; a++)
            for (unsigned b = 0; b < a; b++)
                g_assert_cmpfloat_with_epsilon(weight_between(net, a, b), defined(&less, WEIGHT_NEWMAN, a, b), 1e-12);
    }
}

#define LAW(name)                                                                                                      \
    static void test_##name(void) { for_matrices(law_##name); }
LAW(definitions)
LAW(permutation)
LAW(sums)
LAW(support)
LAW(leave_one_out)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/laws/definitions", test_definitions);
    g_test_add_func("/laws/permutation", test_permutation);
    g_test_add_func("/laws/sums", test_sums);
    g_test_add_func("/laws/support", test_support);
    g_test_add_func("/laws/leave-one-out", test_leave_one_out);
    return g_test_run();
}
