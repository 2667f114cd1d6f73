/* What the tests of the C libraries say. */
#pragma once

#include "crm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                                  \
    do {                                                                                  \
        if (!(condition)) {                                                               \
            fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition); \
            exit(1);                                                                      \
        }                                                                                 \
    } while (0)

/* A call with `&error` as its last argument that has to succeed. */
#define DO(call)                                                                                                  \
    do {                                                                                                          \
        crm_error *error = NULL;                                                                                  \
        if ((call) != CRM_OK) {                                                                                   \
            fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #call, crm_error_message(error));              \
            exit(1);                                                                                              \
        }                                                                                                         \
    } while (0)

static inline int equal(crm_text text, const char *characters)
{
    return text.size == strlen(characters) && memcmp(text.data, characters, text.size) == 0;
}

/* A database in memory with the starting set. */
static inline crm_database *open_memory(void)
{
    crm_database    *database = NULL;
    crm_open_options options  = CRM_OPEN_OPTIONS_INIT;
    options.flags             = CRM_CREATE;
    options.starter           = "sales-en";
    DO(crm_open("memory:", &options, &database, &error));
    return database;
}

static inline crm_work *begin(crm_database *database)
{
    crm_work *work = NULL;
    DO(crm_work_begin(database, "anna", &work, &error));
    return work;
}
