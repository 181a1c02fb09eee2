/* test_country.c - countries by name: languages, aliases, demonyms, what two countries share, the tables themselves. */
#include "country.h"
#include "utf8.h"
#include <string.h>

static const char *code(const char *name) { return country_by_name(name, NULL, NULL); }

static CountryNameKind kind(const char *name)
{
    CountryNameKind k = COUNTRY_CAPITAL;
    g_assert_nonnull(country_by_name(name, NULL, &k));
    return k;
}

static void test_languages(void)
{
    const char *const laos[] = {"Laos", "Lao PDR", "the Lao PDR", "Lao People's Democratic Republic",
                                "Lào",  "老挝",    "Лаос",        "LAOS",
                                "laos", "Laos's",  "Lao"};
    for (size_t i = 0; i < G_N_ELEMENTS(laos); i++)
        g_assert_cmpstr(code(laos[i]), ==, "LA");
    g_assert_cmpstr(code("Việt Nam"), ==, "VN");
    g_assert_cmpstr(code("Allemagne"), ==, "DE");
    g_assert_cmpstr(code("Côte d’Ivoire"), ==, "CI");
    g_assert_cmpstr(code("cote d'ivoire"), ==, "CI");
    g_assert_cmpstr(code("日本"), ==, "JP");
    g_assert_cmpstr(code("Kosovo"), ==, "XK");
    g_assert_cmpstr(code("Republic of Korea"), ==, "KR");
    g_assert_cmpstr(code("DPRK"), ==, "KP");
    g_assert_cmpstr(code("Burma"), ==, "MM");
    g_assert_cmpstr(code("Myanmar (Burma)"), ==, "MM");
    g_assert_cmpstr(code("the Netherlands"), ==, "NL");
}

static void test_kinds(void)
{
    g_assert_cmpint(kind("Laos"), ==, COUNTRY_NAME);
    g_assert_cmpint(kind("Lao PDR"), ==, COUNTRY_ALIAS);
    g_assert_cmpint(kind("Ceylon"), ==, COUNTRY_FORMER);
    g_assert_cmpint(kind("Vietnamese"), ==, COUNTRY_DEMONYM);
    g_assert_cmpint(kind("Hanoi"), ==, COUNTRY_CAPITAL);
    g_assert_cmpint(kind("Singapore"), ==, COUNTRY_NAME);
    g_assert_cmpstr(country_name_kind_name(COUNTRY_DEMONYM), ==, "demonym");
}

static void test_abbreviations(void)
{
    g_assert_cmpstr(code("US"), ==, "US");
    g_assert_cmpstr(code("the US"), ==, "US");
    g_assert_cmpstr(code("U.S."), ==, "US");
    g_assert_cmpstr(code("US's"), ==, "US");
    g_assert_null(code("us"));
    g_assert_null(code("car"));
    g_assert_cmpstr(code("CAR"), ==, "CF");
    g_assert_cmpstr(code("UAE"), ==, "AE");
}

static void test_two_countries(void)
{
    g_assert_null(code("Congo"));
    g_assert_null(code("Dominican"));
    g_assert_null(code("Korea"));
    g_assert_null(code("Congolese"));
    g_assert_cmpstr(code("Niger"), ==, "NE");
    g_assert_cmpstr(code("Nigerian"), ==, "NG");
    size_t n;
    g_assert_cmpstr(country_name(countries_find("Congolese", &n)).key, ==, "congolese");
    g_assert_cmpuint(n, ==, 2);
}

static void test_nothing(void)
{
    g_assert_null(code(""));
    g_assert_null(code("the"));
    g_assert_null(code("'s"));
    g_assert_null(code("s"));
    g_assert_null(code("Atlantis"));
    g_assert_null(code("\xff\xfe"));
    g_assert_null(country_label("ZZ"));
    g_assert_cmpstr(country_label("LA"), ==, "Laos");
}

/* Each row: a code of two capitals, the key of its name, a name that is found again; rows in order; 250 codes with an
 * English name. */
static void test_tables(void)
{
    size_t codes = 0;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_assert_cmpuint(countries_size(), >, 14000);
    for (size_t i = 0; i < countries_size(); i++) {
        CountryName row = country_name(i);
        g_autofree char *key = utf8_key(row.name);
        g_assert_cmpstr(row.key, ==, key);
        g_assert_cmpuint(strlen(row.code), ==, 2);
        g_assert_true(g_ascii_isupper(row.code[0]) && g_ascii_isupper(row.code[1]));
        g_assert_true(*row.key && *row.languages);
        g_assert_true(i == 0 || strcmp(country_name(i - 1).key, row.key) <= 0);
        size_t n, first = countries_find(row.name, &n);
        g_assert_true(first <= i && i < first + n);
        if (g_hash_table_add(seen, (char *)row.code)) {
            codes++;
            g_assert_nonnull(country_label(row.code));
        }
    }
    g_assert_cmpuint(codes, ==, 250);
}

/* A language's own words beat those of others. */
static void test_own_language(void)
{
    size_t told = 0;
    for (size_t i = 0; i < countries_size(); i++) {
        CountryName row = country_name(i);
        if (row.kind == COUNTRY_NAME) {
            g_auto(GStrv) language = g_strsplit(row.languages, " ", 2);
            const char *found = country_by_name(row.name, language[0], NULL);
            told += found && strcmp(found, row.code) == 0;
            g_assert_true(!found || strcmp(found, row.code) == 0 || row.capitals);
        }
    }
    g_assert_cmpuint(told * 100, >, countries_size() * 90);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/country/languages", test_languages);
    g_test_add_func("/country/kinds", test_kinds);
    g_test_add_func("/country/abbreviations", test_abbreviations);
    g_test_add_func("/country/two-countries", test_two_countries);
    g_test_add_func("/country/nothing", test_nothing);
    g_test_add_func("/country/tables", test_tables);
    g_test_add_func("/country/own-language", test_own_language);
    return g_test_run();
}
