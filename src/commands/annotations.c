/* annotations.c - annotated texts as files of another format, and word of what that format cannot hold. */
#include "annotations.h"
#include "error.h"
#include "option.h"
#include <string.h>

/* Somebody may have reviewed what is there; and an input is never written over. */
static bool may_write(const Invocation *v, const Corpus *c, const char *path, GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    for (size_t i = 0; i < c->n_documents; i++) {
        g_autofree char *input = g_canonicalize_filename(c->document[i].path, NULL);
        if (strcmp(absolute, input) != 0)
            continue;
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "%s is what is read\nhelp: choose another folder or file with -o", path);
        return false;
    }
    if (v->force || !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return true;
    g_set_error(error, ENTENTE_ERROR, ERROR_IO,
                "%s is there, and somebody may have worked on it\nhelp: choose another name, or --force to replace it",
                path);
    return false;
}

/* true: what is in the folder is written by the caller; false with error: it cannot be. */
static Output *open_file(const Invocation *v, const Corpus *c, const char *path, GError **error)
{
    if (strcmp(path, "-") != 0 && !may_write(v, c, path, error))
        return NULL;
    return output_open(path, true, error);
}

static bool has_file(const AnnotationFormat *f, const Annotated *a, DocumentId d)
{
    return f->registers || annotated_has_text(a, d);
}

static bool write_part(const Invocation *v, const Annotation *w, const AnnotationPart *part, DocumentId d,
                       const char *path, GError **error)
{
    g_autoptr(Output) out = open_file(v, w->annotated->corpus, path, error);
    return out && part->write(w, d, out, error) && output_commit(out, error);
}

/* A file or two for each document, and those for all. */
static bool write_folder(const Invocation *v, const Annotation *w, const AnnotationFormat *f, const char *folder,
                         GError **error)
{
    const Corpus *c = w->annotated->corpus;
    if (!output_make_folder(folder, error))
        return false;
    for (uint32_t i = 0; i < c->n_documents; i++) {
        DocumentId d = document_id_of(i);
        if (!has_file(f, w->annotated, d)) {
            if (f->joined) {
                g_autoptr(Output) nowhere = output_open("/dev/null", true, error); /* what is lost is counted */
                if (!nowhere || !f->part[0].write(w, d, nowhere, error))
                    return false;
            }
            continue;
        }
        g_autofree char *base = g_build_filename(folder, w->name[i], NULL), *parent = g_path_get_dirname(base);
        if (!output_make_folder(parent, error))
            return false;
        for (size_t k = 0; k < N_ANNOTATION_PARTS && f->part[k].write; k++) {
            g_autofree char *path = g_strconcat(base, f->part[k].extension, NULL);
            if (!write_part(v, w, &f->part[k], d, path, error))
                return false;
        }
    }
    for (size_t k = 0; k < N_ANNOTATION_SHEETS && f->sheet[k].write; k++) {
        g_autofree char *path = g_build_filename(folder, f->sheet[k].name, NULL);
        g_autoptr(Output) out = open_file(v, c, path, error);
        if (!out || !f->sheet[k].write(w, out, error) || !output_commit(out, error))
            return false;
    }
    return true;
}

static bool write_joined(const Invocation *v, const Annotation *w, const AnnotationFormat *f, GError **error)
{
    const Corpus *c = w->annotated->corpus;
    g_autoptr(Output) out = open_file(v, c, v->output, error);
    for (uint32_t i = 0; out && i < c->n_documents; i++) {
        DocumentId d = document_id_of(i);
        if ((f->joined || has_file(f, w->annotated, d)) && !f->part[0].write(w, d, out, error))
            return false;
    }
    return out && output_commit(out, error);
}

static void tell_losses(const Invocation *v, const AnnotationFormat *f, const Losses *losses)
{
    for (size_t i = 0; i < losses->n_losses; i++)
        invocation_note(v, "%s does not hold %zu %s", f->name, losses->loss[i].n, losses->loss[i].what);
}

static size_t count_files(const AnnotationFormat *f, const Annotated *a)
{
    size_t n = 0;
    for (uint32_t i = 0; i < a->corpus->n_documents; i++)
        n += has_file(f, a, document_id_of(i));
    return n;
}

/* Options say what of an annotation becomes a network; the annotation itself goes out whole. */
static bool check_whole(const Invocation *v, const AnnotationFormat *f, GError **error)
{
    const unsigned apply = OPTIONS_GENERAL | OPTIONS_READING | OPTIONS_FILE | OPTIONS_JOBS;
    for (guint i = 0; i < v->given->len; i++) {
        const Option *o = v->given->pdata[i];
        if ((o->group & apply) || g_str_equal(o->name, "as"))
            continue;
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "%s takes annotated texts as they are: --%s, which is for networks, does not apply\n"
                    "help: leave it out, or choose a format of networks, such as graphml",
                    f->name, o->name);
        return false;
    }
    return true;
}

int annotations_export(Invocation *v, const AnnotationFormat *f, GError **error)
{
    if (!check_whole(v, f, error))
        return -1;
    v->request.read.keep_text = true;
    v->request.read.unit = (Unit){UNIT_EVENT, 0}; /* nothing but what is annotated */
    v->request.read.no_sentences = false;
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_CAST, error);
    if (!p)
        return -1;
    g_autoptr(Annotated) annotated = annotated_new(p->corpus, p->cast);
    if (!count_files(f, annotated)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "there is no text to write as %s: tables and authority files have none\n"
                    "help: entente extract writes who took part in what",
                    f->name);
        return -1;
    }
    g_auto(GStrv) name = annotation_names(p->corpus);
    Losses losses = {.n_losses = 0};
    bool named_folder = g_file_test(v->output, G_FILE_TEST_IS_DIR) || g_str_has_suffix(v->output, "/");
    bool two_files = f->part[1].write || (f->sheet[0].write && !f->joined);
    bool several = two_files || (!f->joined && count_files(f, annotated) > 1);
    if (several && strcmp(v->output, "-") == 0) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "%s is several files here\nhelp: name a folder with -o FOLDER",
                    f->name);
        return -1;
    }
    bool folder = several || named_folder;
    const Annotation w = {.annotated = annotated,
                          .provenance = &p->provenance,
                          .name = name,
                          .losses = &losses,
                          .with_authority = folder && f->sheet[0].write};
    bool done = folder ? write_folder(v, &w, f, v->output, error) : write_joined(v, &w, f, error);
    if (!done)
        return -1;
    tell_losses(v, f, &losses);
    return 0;
}
