/*
 * A small tender for tests of what conditions can come out as: criteria of every type, read and
 * linked as files are. As of 2026-11-21. A rule that never fires asks the cohort about numbers.
 */
#ifndef SUPPORT_TENDER_H
#define SUPPORT_TENDER_H

#include "shortlist/expr.h"
#include "fixture.h"

/*
 * tender_needs: budget 15, big no, start 2026-12-01, city Lisbon, grade gold (of silver, gold),
 * media voice and chat (of voice, email, chat).
 *
 * Evidence: claimed 0.4, documented 0.8, verified 1, expired 0.
 *
 *  people
 *   iso       yes_no, proof      yes 100, no 0
 *   tier      choice             bronze 0, silver 50, gold 100
 *   channels  set                share of needs.media; voice, email, chat
 *   reach     set                chat 70, fax 20, voice 40
 *   tone      rating, 0 to 5     20 a step, by the buyer
 *   founded   date               100 ten years (3650 days) ago, 0 today
 *   country   text
 *  commercial
 *   attrition number, 0 to 400   100 up to 10, 50 at 30, 0 from 60
 *   price     number             100 at 8, 0 at 20
 *   seats     number, 1 to 50    40 from 10, 100 from 30
 *   cost      attrition * 2      100 at 0, 0 at 800
 *   fair      number, 0 to 20    100 - 2 * fair, proof
 *   cheap     number, 0 to 10    100 for the lowest, 0 at 10
 *   site      number, 0 to 10    100 at 5, 0 at both ends; excluded where missing
 */
void tender_init(struct fixture *fixture);

/* The same with other needs of these names and types: lines of a mapping, indented by two. */
void tender_init_for(struct fixture *fixture, const char *needs);

extern const char tender_needs[];

/* A condition; fails the test when it is wrong. Its phrase begins at the first byte. */
const struct expr *tender_condition(struct fixture *fixture, const char *text);

struct text tender_id(const struct fixture *fixture, uint32_t criterion);

#endif
