/* verb.c - the table of verbs: what help, the manual, completion and main.c walk. */
#include "option.h"

/* What makes a network of texts. */
#define OPTIONS_NETWORK                                                                                                \
    (OPTIONS_READING | OPTIONS_UNIT | OPTIONS_SELECTION | OPTIONS_TIES | OPTIONS_NARROWING | OPTIONS_JOBS |            \
     OPTIONS_SEED)

static const Verb table[] = {
    {"run", "start", "INPUT… -o FOLDER", "read, resolve, measure, write all files and pictures, print the ranking",
     "One folder a level is made below FOLDER: GraphML, DOT, CSV, JSON of the network and of the two-mode "
     "network; the picture as SVG, PNG and PDF; ranking, ties, events and participations as TSV.",
     "entente run corpus/asean-cyber -o graphs/asean-cyber\n",
     OPTIONS_NETWORK | OPTIONS_BY | OPTIONS_COLUMNS | OPTIONS_PATHS | OPTIONS_RESAMPLING | OPTIONS_ROWS |
         OPTIONS_FORMAT | OPTIONS_FILE | OPTIONS_PICTURE | OPTIONS_INK | OPTIONS_IMAGE,
     run_run, true},
    {"annotate", "prepare", "TEXT… -o FOLDER", "texts and web pages become annotated texts, to be reviewed",
     "Countries, organisations, people, blocs, places, dates, events, and who took part in them, as rules find them; "
     "each "
     "mark says how sure it is and which rule made it. The text stays as it is, menus and other news included, but set "
     "apart. Texts are .txt, .md, .html, files of newspaper databases with many articles in one, or -; a folder stands "
     "for all in it. Each becomes a TEI file of the same name in the folder, beside authority.xml with what they "
     "share; "
     "one text may go to standard output. Given a reviewed TEI file, it keeps what a person marked and adds to it.",
     "entente annotate texts/harbour-drill.txt\n"
     "entente annotate texts -o drafts/\n"
     "entente annotate texts/harbour-drill.txt --report\n",
     OPTIONS_ANNOTATE | OPTIONS_JOBS | OPTIONS_FORMAT | OPTIONS_FILE, annotate_run, false},
    {"check", "prepare", "INPUT…", "problems with file:line:column, a caret and a way out",
     "Everything the program would otherwise only count: unknown references, two forms of a participation "
     "that disagree, impossible dates, circles of affiliations. Exit status 1 when there is an error or a "
     "warning.",
     "entente check corpus/asean-cyber\n", OPTIONS_READING | OPTIONS_UNIT | OPTIONS_FORMAT, check_run, false},
    {"resolve", "prepare", "INPUT…", "actors and events that may be one, and why",
     "Names are made one only by rules that do not guess (id, register, country table, fingerprint; in one text "
     "acronym "
     "and short form). This lists what else may be one, the likeliest first, with what speaks for it. What is decided "
     "stands in decisions.tsv in the corpus folder and beats every rule: --format tsv prints that table with the "
     "decisions in force and, below, every pair with its decision left empty; write same or different and say who and "
     "why. Participations are decided there, too: keep, drop or role:WORD. With -o FILE.html a page to decide on, with "
     "buttons and keys, which saves that table. Columns "
     "for programs: decision, kind, type, a, b, role, document, who, why, score, a_name, b_name, evidence, a_sentence, "
     "a_source, b_sentence, b_source.",
     "entente resolve corpus/asean-cyber\nentente resolve corpus/archipelago --format tsv -o decisions.tsv\n",
     OPTIONS_READING | OPTIONS_UNIT | OPTIONS_SELECTION | OPTIONS_ROWS | OPTIONS_FORMAT | OPTIONS_FILE, resolve_run,
     true},
    {"build", "prepare", "INPUT… -o FILE.db", "the corpus and its network as one SQLite file",
     "Documents with their text, sentences (with full-text search), mentions, actors, events, participations, "
     "affiliations, ties with their events, rankings: tables and views that Datasette, DuckDB, R and Python read as "
     "they "
     "are. Every verb takes the file in place of the texts. Built again over itself, it reads only the files that "
     "changed.",
     "entente build corpus/asean-cyber -o asean.db\n", OPTIONS_NETWORK | OPTIONS_PATHS | OPTIONS_FILE, build_run, true},
    {"info", "ask", "INPUT…", "what is in a corpus, or what made a file",
     "Counts of texts, mentions, actors, events and participations, the period, the levels and what each "
     "would give. Of a file that entente wrote it prints the provenance. With --methods: "
     "what a paper would have to say of the network, as text.",
     "entente info corpus/asean-cyber\nentente info corpus/archipelago --methods\n",
     OPTIONS_NETWORK | OPTIONS_TIME | OPTIONS_BY | OPTIONS_COLUMNS | OPTIONS_PATHS | OPTIONS_RESAMPLING |
         OPTIONS_METHODS | OPTIONS_FORMAT | OPTIONS_FILE,
     info_run, false},
    {"rank", "ask", "INPUT…", "who is central",
     "Equal scores share a rank. The table says beside each actor what would be left without the event it "
     "owes most to, and below it what the whole network hangs on. Columns for programs: rank, actor, id, "
     "type, the measure or all of them, note. With --audit: which ranks survive when the level, the unit, the "
     "weight, the roll-up, the roles, the certainty, one large event or one source is another.",
     "entente rank corpus/asean-cyber -n 3\nentente rank corpus/asean-decade --level official --by "
     "betweenness\nentente rank corpus/asean-decade --from 2020 --to 2022 --all-measures --format tsv\nentente "
     "rank corpus/archipelago --audit\n",
     OPTIONS_NETWORK | OPTIONS_TIME | OPTIONS_BY | OPTIONS_COLUMNS | OPTIONS_PATHS | OPTIONS_RESAMPLING |
         OPTIONS_AUDIT | OPTIONS_ROWS | OPTIONS_FORMAT | OPTIONS_FILE,
     rank_run, false},
    {"ties", "ask", "INPUT…", "the strongest ties and what they rest on", NULL,
     "entente ties corpus/asean-decade -n 5\n",
     OPTIONS_NETWORK | OPTIONS_TIME | OPTIONS_ROWS | OPTIONS_FORMAT | OPTIONS_FILE, ties_run, false},
    {"events", "ask", "INPUT…", "what happened and who took part", NULL, "entente events corpus/asean-cyber\n",
     OPTIONS_READING | OPTIONS_UNIT | OPTIONS_SELECTION | OPTIONS_TIME | OPTIONS_ROWS | OPTIONS_FORMAT | OPTIONS_FILE,
     events_run, false},
    {"explain", "ask", "INPUT… A [B]", "the sentences behind a tie, or why an actor ranks where it does",
     "With two names: every event they share, how each took part, the inference chain, and the sentences with "
     "outlet, date, link and place; or why there is no tie (exit status 1). With one name: its events and "
     "where it would stand without each. Names match without case or accents; ids match exactly.",
     "entente explain corpus/asean-cyber \"Viet Nam\" Singapore\nentente explain corpus/asean-cyber \"Viet Nam\"\n",
     OPTIONS_NETWORK | OPTIONS_TIME | OPTIONS_BY | OPTIONS_PATHS | OPTIONS_FORMAT | OPTIONS_FILE, explain_run, true},
    {"groups", "ask", "INPUT…", "communities, how far they hold, and who joins them",
     "Groups of actors with more ties among them than beyond (Leiden on modularity), with how often their members "
     "stand "
     "together when the groups are looked for anew in half of the events, and under other seeds; whether a group is "
     "just the participants of one event; cut actors, bridges, brokers, assortativity. Columns for programs: "
     "group, actor, id, type, stability, stability_seeds, constraint, articulation (parts its component falls into "
     "without it, or 0), note.",
     "entente groups corpus/archipelago\nentente groups corpus/asean-decade --level agency --format tsv\n",
     OPTIONS_NETWORK | OPTIONS_TIME | OPTIONS_RESAMPLING | OPTIONS_ROWS | OPTIONS_FORMAT | OPTIONS_FILE, groups_run,
     false},
    {"compare", "ask", "INPUT… --between SIDE --and SIDE, or A B",
     "two periods or corpora: who rises, which ties are new",
     "The sides are two periods of one corpus (2013..2018, 2019.., 2021), two of its levels, or two corpora. Actors "
     "are "
     "compared by strength or events for every event of the side, or by degree in as many events as the smaller side "
     "has. p tells how often chance alone gives as much: clusters of events (series, suspected duplicates) "
     "change sides, at least 30 of them; the last p is corrected for looking at all actors. Ties come with the events "
     "that make the difference and one sentence. Then: what comes from new documents, decisions, the program. "
     "Columns for programs: change, a, a_id, b, b_id, type, value_a, value_b, difference, p, p_max, events, sentence, "
     "source, cause.",
     "entente compare corpus/archipelago --between 2014..2018 --and 2019..2023\n",
     OPTIONS_READING | OPTIONS_UNIT | OPTIONS_SELECTION | OPTIONS_TIES | OPTIONS_SIDES | OPTIONS_BY |
         OPTIONS_RESAMPLING | OPTIONS_JOBS | OPTIONS_SEED | OPTIONS_ROWS | OPTIONS_FORMAT | OPTIONS_FILE,
     compare_run, true},
    {"draw", "show", "INPUT… -o FILE", "the network as SVG, PNG, PDF or styled DOT",
     "Circles are countries, squares organisations, triangles people; size, colour and width are explained in "
     "the legend. With --two-mode the events too, as cards between those who took part; with --slices one picture with "
     "a "
     "panel a slice, everybody at one place in all; with --positions everybody stays where an earlier picture, or "
     "Gephi, "
     "has them. Flags are left to others: few fonts draw them; --codes gives ISO codes. With --plot numbers instead: "
     "the ranking with its intervals, ties as a matrix ordered by group, how "
     "many partners actors have, or events and ranks in time (the slices of which --slices chooses).",
     "entente draw corpus/asean-cyber -o network.svg\nentente draw corpus/asean-cyber --two-mode -o events.svg\n"
     "entente draw corpus/asean-decade --slices 4 --codes -o decade.svg\n"
     "entente draw corpus/asean-decade --ego Singapore --dark "
     "-o singapore.svg\nentente draw corpus/archipelago --plot timeline -o timeline.svg\n",
     OPTIONS_NETWORK | OPTIONS_TIME | OPTIONS_BY | OPTIONS_PATHS | OPTIONS_RESAMPLING | OPTIONS_FILE | OPTIONS_PICTURE |
         OPTIONS_INK | OPTIONS_IMAGE | OPTIONS_DRAW | OPTIONS_MODES,
     draw_run, false},
    {"view", "show", "INPUT… -o FILE.html", "one HTML page to click through, which works offline",
     "Open it in any browser, send it by mail: it needs no network and loads nothing. Search, filters, a stretch of "
     "time, ranking with intervals, every tie with its sentences, actors with events, two periods compared; what is "
     "seen can be saved as PNG, SVG or CSV and is kept in the address. All levels are on it, unless --level names one.",
     "entente view corpus/asean-cyber -o network.html\nentente view corpus/asean-decade --level country --from 2020 "
     "-o since-2020.html\n",
     OPTIONS_NETWORK | OPTIONS_PATHS | OPTIONS_RESAMPLING | OPTIONS_FILE | OPTIONS_PICTURE | OPTIONS_INK, view_run,
     true},
    {"report", "show", "INPUT… -o FILE.html|.md", "one page: picture, ranking, groups, time, ties, methods, quality",
     "To read, print or send. The ranking with its intervals, groups and how far they hold, events and ranks in time, "
     "the strongest ties each with a sentence, what is missing or uncertain in the data, methods as a paper would "
     "give them, and what made the page. HTML is one file that loads nothing and runs nothing; beside Markdown stand "
     "its pictures, NAME-network.svg, NAME-ranking.svg and NAME-time.svg. -n says how many rows its tables have.",
     "entente report corpus/asean-cyber -o report.html\nentente report corpus/archipelago --by betweenness -o "
     "report.md\n",
     OPTIONS_NETWORK | OPTIONS_BY | OPTIONS_COLUMNS | OPTIONS_PATHS | OPTIONS_RESAMPLING | OPTIONS_ROWS |
         OPTIONS_FORMAT | OPTIONS_FILE | OPTIONS_PICTURE | OPTIONS_INK,
     report_run, true},
    {"export", "hand over", "INPUT… -o FILE", "GraphML, GEXF, DOT, CSV, JSON, Pajek for Gephi, R, Python, the web",
     "The extension of -o chooses the format where --as does not. Every tie carries its events, documents, "
     "first and last date and one sentence; every actor its type, country, other names and measures. GEXF also has "
     "time: actors, events and ties know the days they were there, and Gephi's timeline shows them. With --as tei, "
     "brat, "
     "conll or jsonl the annotated texts themselves go into another format, several of them into -o FOLDER, so that "
     "they can be reviewed in brat or INCEpTION and come back; what a format does not hold is counted.",
     "entente export corpus/asean-cyber -o network.graphml\nentente export corpus/asean-decade -o network.gexf\n"
     "entente export corpus/asean-cyber --two-mode --as json\n"
     "entente export corpus/asean-cyber --as vosviewer -o network.txt\n"
     "entente export corpus/asean-cyber --as brat -o review/\n",
     OPTIONS_NETWORK | OPTIONS_TIME | OPTIONS_PATHS | OPTIONS_FILE | OPTIONS_PICTURE | OPTIONS_EXPORT | OPTIONS_MODES,
     export_run, true},
    {"extract", "hand over", "INPUT…", "one row a participation",
     "What it prints is also an input: entente rank reads the table and finds the same network.",
     "entente extract corpus/asean-cyber --level all\n",
     OPTIONS_READING | OPTIONS_UNIT | OPTIONS_SELECTION | OPTIONS_TIME | OPTIONS_FORMAT | OPTIONS_FILE, extract_run,
     false},
    {"eval", "curate", "GOLD SYSTEM", "an annotation scored against a better one of the same texts",
     "Precision, recall and F1 of every type (exact, and with overlap), how well mentions of one actor are kept "
     "together (B³, CEAFe), events, participations and ties, and whether what is called certain is. The two may be of "
     "any two formats; documents are matched by id. With --errors: what is missed, what is a false alarm, whose "
     "borders or type differ, and the rule that made the mark. Columns for programs: what, gold, system, precision, "
     "recall, f1, overlap_precision, overlap_recall, overlap_f1; with --errors: error, class, text, other_class, "
     "other_text, rule, cert, place.",
     "entente eval corpus/asean-cyber corpus/asean-cyber\n",
     OPTIONS_READING | OPTIONS_SELECTION | OPTIONS_EVAL | OPTIONS_FORMAT | OPTIONS_FILE, eval_run, true},
    {"help", "help", "[VERB|TOPIC]", "this, or one verb, or: measures, weights, methods, diagnostics, manual", NULL,
     "entente help rank\nentente help measures\nentente help methods\n", 0, help_run, false},
    {"completion", "help", "bash|zsh|fish", "completion for a shell", NULL, "entente completion bash\n", 0,
     completion_run, false},
};

const Verb *verbs(size_t *n)
{
    *n = G_N_ELEMENTS(table);
    return table;
}

const Verb *verb_by_name(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (g_str_equal(table[i].name, name))
            return &table[i];
    return NULL;
}
