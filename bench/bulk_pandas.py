#!/usr/bin/python3
"""Ranks the vendors of a table by bench/bulk.yaml with pandas: the same totals and ranks as shortlist.

    bench/bulk_pandas.py TABLE.csv [RANKING.csv]           writes the ranking (standard output)
    bench/bulk_pandas.py --compare TABLE.csv SHORTLIST.csv compares it with that of shortlist

What a careful analyst would write: whole columns at a time, categories for what repeats, each
column read as the type that it is. Criteria and weights come from the YAML file, rules are written here. Low and high,
and which flags fired, are left out: only what the ranking needs is computed.
"""
import sys

import numpy as np
import pandas as pd
import yaml

CRITERIA = __file__.rsplit("/", 1)[0] + "/bulk.yaml"


def close(a, b):
    """How far apart two numbers may be and count as equal."""
    return 1e-9 * np.maximum(1, np.maximum(np.abs(a), np.abs(b)))


def less(a, b):
    return a - b < -close(a, b)


def more(a, b):
    return less(b, a)


def rounded(values, decimals=2):
    """Half up, where almost a half counts as one."""
    return np.floor(values * 10**decimals + 0.5 + 1e-9 * 10**decimals) / 10**decimals


class Table:
    """The answers, typed; NaN, and neither yes nor no, where there is none."""

    def __init__(self, path, criteria):
        repeats = ("yes_no", "choice", "set", "date")
        dtype = {id: "category" for id, c in criteria.items() if c["type"] in repeats}
        dtype |= {id: "float64" for id, c in criteria.items() if c["type"] == "number"}
        dtype |= {f"{id}.{key}": "category" for id, c in criteria.items() if c.get("proof")
                  for key in ("evidence", "expires")}
        silent = {id: ["", "n/a"] for id in criteria if "not_applicable" not in criteria[id]}
        self.frame = pd.read_csv(path, dtype=dtype | {"id": str, "vendor": str},
                                 keep_default_na=False, na_values=silent | {
                                     f"{id}.{key}": [""] for id, c in criteria.items()
                                     if c.get("proof") for key in ("evidence", "expires")})

    def by_category(self, id, value, otherwise):
        """What each different answer is worth, taken for all vendors."""
        column = self.frame[id].cat
        worth = np.array([value(answer) for answer in column.categories] + [otherwise])
        return worth[column.codes.to_numpy()]

    def is_one_of(self, id, *answers):
        return self.by_category(id, lambda answer: answer in answers, False)

    def yes(self, id):
        return self.is_one_of(id, "yes")

    def no(self, id):
        return self.is_one_of(id, "no")

    def has(self, id, *members):
        return self.by_category(id, lambda answer: any(m in answer.split(";") for m in members),
                                False)

    def lacks(self, id, *members):
        return self.by_category(id, lambda answer: not any(m in answer.split(";") for m in members),
                                False)

    def has_all(self, id, *members):
        return self.by_category(id, lambda answer: all(m in answer.split(";") for m in members),
                                False)

    def count(self, id):
        return self.by_category(id, lambda answer: 0 if answer == "none" else
                                answer.count(";") + 1, np.nan)

    def days(self, id, from_day):
        return self.by_category(id, lambda answer: (np.datetime64(answer) - from_day)
                                .astype(int), np.nan)

    def number(self, id):
        return self.frame[id].to_numpy()


def asked(criteria):
    return {id: c for category in criteria["categories"].values()
            for id, c in category["criteria"].items() if "computed" not in c}


def truth(word):
    return {True: "yes", False: "no"}.get(word, word)


def points_of_numbers(form, x, ends):
    if "curve" in form:
        return np.interp(x, list(form["curve"]), list(form["curve"].values()))
    if "steps" in form:
        reached = np.searchsorted(list(form["steps"]), x + close(x, 0), side="right")
        points = np.array([0, *form["steps"].values()], dtype=float)[reached]
        return np.where(np.isnan(x), np.nan, points)
    best, worst = (ends.get(end, end) for end in (form["best"], form["worst"]))
    return np.clip(100 * (x - worst) / (best - worst), 0, 100)


def points_of(table, id, criterion, needs, as_of, ends):
    form = criterion.get("score", {"points": {"yes": 100, "no": 0}})
    kind = criterion["type"]
    if kind == "number":
        return points_of_numbers(form, table.number(id), ends)
    if kind == "date":
        return points_of_numbers(form, table.days(id, as_of), ends)
    if "share_of" in form:
        wanted = needs["channels"] if form["share_of"] == "needs.channels" else form["share_of"]
        return table.by_category(id, lambda answer: 100 * len(set(answer.split(";")) & set(wanted))
                                 / len(wanted), np.nan)
    points = {truth(answer): p for answer, p in form["points"].items()}
    if kind == "set":
        return table.by_category(id, lambda answer: min(100, sum(
            points.get(member, 0) for member in answer.split(";"))), np.nan)
    return table.by_category(id, lambda answer: float(points.get(answer, np.nan)), np.nan)


def evidence_factors(table, id, levels, as_of):
    stated = table.by_category(f"{id}.evidence", lambda level: levels[level], levels["claimed"])
    expired = table.days(f"{id}.expires", as_of) < 0
    return np.where(expired, levels["expired"], stated)


def others_median(values, members):
    """Of the cohort, but for the vendor itself."""
    inside = members & ~np.isnan(values)
    ordered = np.sort(values[inside])
    others = len(ordered) - 1

    def other_at(place):
        return ordered[place + (ordered[place] >= values)]

    own = other_at((others - 1) // 2) / 2 + other_at(others // 2) / 2
    return np.where(inside, own, np.median(ordered))


def fired_rules(t, needs, as_of, points, scores, total, members, cost):
    n = t.number
    hours, seats, price = n("hours"), n("seats"), n("price_hour")
    bids = price[members & ~np.isnan(price)]
    documented = t.is_one_of("iso.evidence", "documented") & ~(t.days("iso.expires", as_of) < 0)
    hours_week = needs["hours_week"]
    return {
        "dear": more(price, bids.mean() + 2 * bids.std()),
        "dumping": less(price, 0.6 * others_median(price, members)),
        "leavers": more(n("leave_pct"), 50),
        "green": less(n("tenure"), 5),
        "untrained": less(n("train_h"), 10),
        "few_seats": seats <= 3,
        "slow": more(n("answer_s"), 200),
        "slow_mail": more(n("mail_h"), 60),
        "unsettled": less(n("first_pct"), 43),
        "unloved": less(n("csat_pct"), 52),
        "wide": more(n("span"), 20),
        "around_the_clock": hours == 168,
        "short_hours": less(hours, 0.25 * hours_week),
        "slow_back": n("restore_h") >= 120,
        "cost": more(cost, 150000),
        "fee": more(n("setup_fee") / price, 900),
        "thin": less(np.minimum(np.minimum(seats, n("tenure")), n("years")), 1),
        "stretched": more(hours, 40 * seats),
        "off_hours": more(np.abs(hours - hours_week), 80),
        "crowded": more(n("clients"), 30 * n("sites")) & less(seats, 50),
        "reader": t.is_one_of("depth", "read") & t.is_one_of("level", "b1"),
        "no_coach": t.is_one_of("coach", "never") & less(n("qa_pct"), 1),
        "nightly": t.is_one_of("shift", "none") & more(hours, 120),
        "far": t.is_one_of("hosting", "us", "any") & t.lacks("regs", "gdpr"),
        "agency": t.is_one_of("hire", "agency", "both") & more(n("leave_pct"), 40),
        "flat": t.is_one_of("billing", "flat") & t.is_one_of("sla", "none"),
        "no_mfa": t.no("mfa") & t.no("sso"),
        # unknown: fire
        "no_vetting": ~(t.yes("vetting") | t.yes("nda") | t.no("remote")),
        "blind": t.no("record") & t.no("survey") & t.no("wfm"),
        "no_voice": t.lacks("channels", "voice") & t.lacks("channels", "chat"),
        "missing_channels": t.count("channels") < 2,
        "no_language": t.lacks("langs", "en", "de"),
        "all_days": t.has_all("days", "sa", "su") & less(hours, 60),
        "old_audit": t.days("audit", as_of) < -650,
        "short_lease": (t.days("lease", np.datetime64("2027-01-01")) < 0) & less(n("years"), 5),
        "unproven": t.yes("iso") & ~documented & t.has("regs", "hipaa"),
        "weak": less(points["price_hour"], 5) & less(points["first_pct"], 30),
        "weak_security": less(scores["security"], 25) & more(total, 40),
    }


def evaluate(path):
    with open(CRITERIA, encoding="utf-8") as file:
        criteria = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    table = Table(path, asked(criteria))
    frame = table.frame
    as_of = np.datetime64(criteria["as_of"])
    needs = criteria["needs"] | {"channels": criteria["needs"]["channels"]["value"]}
    fee, price = table.number("setup_fee"), table.number("price_hour")
    cost = price * needs["hours_week"] * 52 + fee

    def score_category(id, ends):
        """Its rounded and its unrounded score; all of its points."""
        weighted = np.zeros(len(frame))
        weights = np.zeros(len(frame))
        points = {}
        for name, c in criteria["categories"][id]["criteria"].items():
            if c["type"] == "text":
                continue
            if name == "cost_year":
                earned = np.clip(100 * ends["cheapest"] / cost, 0, 100)
            elif name == "ramp_days":
                earned = np.clip(100 - np.maximum(0, table.number(name) - 10) * 0.8, 0, 100)
            else:
                earned = points_of(table, name, c, needs, as_of, ends)
            if c.get("proof"):
                earned = earned * evidence_factors(table, name, criteria["evidence"], as_of)
            counts = np.ones(len(frame), dtype=bool)
            if c.get("missing") == "exclude":
                counts = ~np.isnan(earned)
            elif c.get("not_applicable") == "exclude":
                counts = ~table.is_one_of(name, "n/a")
            points[name] = earned
            weighted += c.get("weight", 1) * np.nan_to_num(earned)
            weights += c.get("weight", 1) * counts
        return weighted / weights, points

    ends = {"needs.hours_week": needs["hours_week"], "needs.budget_hour": needs["budget_hour"]}
    unrounded, points = {}, {}

    def score(id):
        unrounded[id], of_category = score_category(id, ends)
        points.update(of_category)

    for id in ("service", "people", "security", "standing"):
        score(id)
    minimum = criteria["categories"]["security"]["minimum"]
    start = np.datetime64(needs["start"])
    out = table.no("encrypt") & table.has("regs", "pci")
    out = out.astype(int) + ((table.days("start", start) > 0) & table.no("pilot"))
    out += less(rounded(unrounded["security"]), minimum)
    members = out == 0
    ends["lowest"] = np.nanmin(price[members])
    ends["cheapest"] = np.nanmin(cost[members])
    score("commercial")

    weight = {id: c["weight"] for id, c in criteria["categories"].items()}
    total = sum(weight[id] * unrounded[id] for id in weight) / sum(weight.values())
    scores = {id: rounded(unrounded[id]) for id in weight}
    fired = fired_rules(table, needs, as_of, points, scores, rounded(total), members, cost)
    rules = criteria["rules"]
    penalty = sum(rules[id].get("penalty", 0) * fired[id] for id in fired)
    criticals = sum(fired[id].astype(int) for id in fired if rules[id]["severity"] == "critical")
    total = rounded(np.maximum(0, total - penalty))

    result = pd.DataFrame({
        "id": frame["id"], "vendor": frame["vendor"],
        "status": np.where(members, "ranked", "knocked_out"), "score": total,
        **{id: scores[id] for id in criteria["categories"]},
        "criticals": criticals, "knockouts": out,
    })
    ties = {"security": scores["security"], "price": rounded(points["price_hour"])}
    keys = result.assign(**{"key_" + k: np.where(members, v, 0) for k, v in ties.items()})
    keys = keys.sort_values("id", kind="stable")
    keys = keys.sort_values(["status", "score", "key_security", "key_price"], kind="stable",
                            ascending=[False, False, False, False])
    place = np.arange(1, len(keys) + 1)
    standing = keys[["score", "key_security", "key_price"]].fillna(-1).to_numpy()
    same = np.r_[False, (standing[1:] == standing[:-1]).all(axis=1)]
    rank = pd.Series(np.where(same, 0, place)).cummax().to_numpy()
    rank = pd.array(np.where(keys["status"] == "ranked", rank, 0), dtype="Int64")
    rank[rank == 0] = pd.NA
    ordered = result.loc[keys.index]
    ordered.insert(0, "rank", rank)
    return ordered


def compare(ours, theirs):
    """Both rankings, row by row; 1 and the first differences where they are not the same."""
    theirs = pd.read_csv(theirs, usecols=list(ours.columns),
                         dtype={"id": str, "vendor": str, "rank": "Int64"})
    ours = ours.reset_index(drop=True)
    different = 0
    for column in ours.columns:
        a, b = ours[column], theirs[column]
        wrong = ~((a == b).fillna(False) | (a.isna() & b.isna())).to_numpy(dtype=bool)
        if wrong.any():
            different += int(wrong.sum())
            both = pd.DataFrame({"id": ours["id"], "pandas": a, "shortlist": b})[wrong]
            print(f"{column}: {wrong.sum()} differ\n{both.head(5)}")
    print(f"{len(ours)} vendors, {different} cells differ")
    return 1 if different or len(ours) != len(theirs) else 0


def main(arguments):
    if arguments[:1] == ["--compare"] and len(arguments) == 3:
        return compare(evaluate(arguments[1]), arguments[2])
    if len(arguments) not in (1, 2) or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    evaluate(arguments[0]).to_csv(arguments[1] if len(arguments) > 1 else sys.stdout, index=False)
    return 0


sys.exit(main(sys.argv[1:]))
