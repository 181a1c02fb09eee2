/* tags.c - one tag a word: IOB1, IOB2, BIOES and BILOU, told apart by their use, and the marks they make. */
#include "tags.h"
#include <string.h>

static const char *const name[] = {"IOB1", "IOB2", "BIOES", "BILOU", "bare types"};

const char *scheme_name(Scheme scheme) { return name[scheme]; }

/* What a letter before the hyphen means; 0: it is no prefix. */
static char meaning_of(char letter)
{
    switch (letter) {
    case 'B':
    case 'b':
        return 'B';
    case 'I':
    case 'i':
    case 'M':
    case 'm':
        return 'I';
    case 'E':
    case 'e':
    case 'L':
    case 'l':
        return 'E';
    case 'S':
    case 's':
    case 'U':
    case 'u':
    case 'W':
    case 'w':
        return 'S';
    default:
        return 0;
    }
}

static bool is_outside(char c) { return c == 'O' || c == '0' || c == '_' || c == '-' || c == 'o' || c == '\0'; }

Tag tag_read(Cell f)
{
    Tag tag = {.letter = f.n ? f.at[0] : 'O', .type = f};
    bool plain = f.n && (f.at[0] == 'B' || f.at[0] == 'I');
    if (f.n == 0 || (f.n == 1 && is_outside(f.at[0]))) {
        tag.prefix = 'O';
    } else if (f.n > 2 && (f.at[1] == '-' || (f.at[1] == '_' && plain)) && meaning_of(f.at[0])) {
        tag.prefix = meaning_of(f.at[0]);
        tag.type = (Cell){f.at + 2, f.n - 2};
    } else if (f.n == 1 && plain) { /* a file of one type does not name it */
        tag.prefix = f.at[0];
        tag.type = (Cell){"NE", 2};
    }
    return tag;
}

static bool same_type(Tag a, Tag b)
{
    return a.type.n == b.type.n && g_ascii_strncasecmp(a.type.at, b.type.at, a.type.n) == 0;
}

/* Does a mark of the same type reach up to this word? */
static bool goes_on(const TagUse *use, Tag tag)
{
    return use->after && use->last.prefix != 'O' && use->last.prefix && same_type(use->last, tag);
}

void tag_use_add(TagUse *use, Tag tag)
{
    use->n_bare += tag.prefix == 0;
    use->n_after += tag.prefix == 'B' && goes_on(use, tag);
    use->n_needless += tag.prefix == 'B' && !goes_on(use, tag);
    use->n_orphan += tag.prefix == 'I' && !goes_on(use, tag);
    if (tag.prefix == 'E' || tag.prefix == 'S') {
        bool bilou = strchr("LUlu", tag.letter);
        use->n_bilou += bilou;
        use->n_bioes += !bilou;
    }
    use->last = tag;
    use->after = true;
}

Scheme tag_use_scheme(const TagUse *use)
{
    if (use->n_bioes || use->n_bilou)
        return use->n_bilou > use->n_bioes ? SCHEME_BILOU : SCHEME_BIOES;
    if (use->n_orphan > use->n_needless)
        return SCHEME_IOB1;
    bool prefixed = use->n_needless || use->n_after || use->n_orphan;
    return prefixed || !use->n_bare ? SCHEME_IOB2 : SCHEME_BARE;
}

void tag_run_init(TagRun *r, Standoff *s, const Rows *rows, Scheme scheme)
{
    *r = (TagRun){.s = s, .rows = rows, .scheme = scheme, .open = STANDOFF_NONE};
}

static bool marks_ends(Scheme scheme) { return scheme == SCHEME_BIOES || scheme == SCHEME_BILOU; }

void tag_run_end(TagRun *r) { r->open = STANDOFF_NONE; }

static void begin(TagRun *r, Tag tag, Span word, const char *at)
{
    char *label = g_strndup(tag.type.at, tag.type.n);
    r->open = standoff_add_mark(
        r->s, &(StandoffMark){.label = label, .span = word, .cert = CERT_UNSTATED, .place = rows_place(r->rows, at)});
    g_free(label);
}

/* What is wrong with a tag where it stands, or NULL. */
static const char *fault_of(const TagRun *r, Tag tag, bool continues)
{
    bool ends = marks_ends(r->scheme), bilou = tag.letter && strchr("LUlu", tag.letter);
    if (tag.prefix == 0 && r->scheme != SCHEME_BARE)
        return "has no B- or I- in front";
    if ((tag.prefix == 'E' || tag.prefix == 'S') && bilou != (r->scheme == SCHEME_BILOU))
        return "is of another scheme";
    if ((tag.prefix == 'I' || tag.prefix == 'E') && !continues && r->scheme != SCHEME_IOB1)
        return "goes on with nothing";
    if (tag.prefix == 'B' && !continues && r->scheme == SCHEME_IOB1)
        return "begins with B- where nothing of its type stands before";
    bool ended = r->open == STANDOFF_NONE || r->tag.prefix == 'E' || r->tag.prefix == 'S';
    if (ends && !ended && (tag.prefix == 'B' || tag.prefix == 'S' || tag.prefix == 'O'))
        return "follows a mark that has no end";
    return NULL;
}

void tag_run_add(TagRun *r, Cell field, Span word)
{
    Tag tag = tag_read(field);
    bool over = r->open == STANDOFF_NONE || (marks_ends(r->scheme) && (r->tag.prefix == 'E' || r->tag.prefix == 'S'));
    bool continues = !over && tag.prefix != 'O' && same_type(r->tag, tag);
    const char *fault = fault_of(r, tag, continues);
    if (fault) {
        g_autofree char *shown = cell_shown(field);
        rows_report(r->rows, DIAGNOSTIC_BAD_TAG, field.at, NULL, "the tag \"%s\" %s: this file is %s", shown, fault,
                    scheme_name(r->scheme));
    }
    if (tag.prefix == 'O')
        r->open = STANDOFF_NONE;
    else if (continues && tag.prefix != 'B' && tag.prefix != 'S')
        standoff_mark(r->s, r->open)->span.end = word.end;
    else
        begin(r, tag, word, field.at);
    r->tag = tag;
}
