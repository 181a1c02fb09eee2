/* diagnostic_code.c - the table of codes: names, severities, standing advice. */
#include "diagnostic.h"
#include <string.h>

static const struct {
    const char *name, *help;
    Severity severity;
} codes[] = {
#define X(symbol, name, severity, advice) {name, advice, SEVERITY_##severity},
    DIAGNOSTIC_CODES(X)
#undef X
};

const char *diagnostic_code_name(DiagnosticCode code) { return codes[code].name; }

Severity diagnostic_code_severity(DiagnosticCode code) { return codes[code].severity; }

const char *diagnostic_code_help(DiagnosticCode code) { return codes[code].help; }

bool diagnostic_code_by_name(const char *name, DiagnosticCode *code)
{
    for (size_t i = 0; i < DIAGNOSTIC_N_CODES; i++) {
        if (strcmp(codes[i].name, name) == 0) {
            *code = (DiagnosticCode)i;
            return true;
        }
    }
    return false;
}
