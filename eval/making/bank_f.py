"""A bank's services: numbers that run out, lists that become something else."""
from .service import Service


def sequence_used_up(name):
    c = Service(name, "2026-07-02", "16:30", "18:04", {"card-events": "go", "cards": "java", "spend-insights": "py", "mobile-bff": "ts"})
    c.shape("sequence_used_ratio", "service=card-events-db", lambda m: min(1.0, 0.99988 + 0.0000016 * m), 0)
    c.step("insert_errors_per_second", "card-events", 0, 36, "17:46", 1)
    c.step("events_stored_per_second", "card-events", 36, 0, "17:46", 1)
    c.steady("requests_per_second", "card-events", 36)
    c.steady("cpu_utilization", "card-events-db", 0.19)
    c.steady("db_connections", "card-events-db", 44)
    c.step("http_5xx_ratio", "card-events", 0.0004, 0.97, "17:46", 2)
    c.step("http_5xx_ratio", "cards", 0.0006, 0.08, "17:47", 2)
    c.climb("seconds_since_last_event", "spend-insights", 2, 1080, "17:46", "18:04")
    c.commit("16:58", "perf(card-events): insert up to 20 events at once", "services/card-events/store/insert.go",
             "--- a/services/card-events/store/insert.go\n+++ b/services/card-events/store/insert.go\n@@ -14,6 +14,9 @@ func (s *Store) Add(ctx context.Context, evs ...Event) error {\n-\tfor _, ev := range evs {\n-\t\tif _, err := s.db.Exec(ctx, insertOne, ev.Card, ev.Kind, ev.At); err != nil {\n-\t\t\treturn err\n-\t\t}\n-\t}\n-\treturn nil\n"
             "+\trows := make([][]any, 0, len(evs))\n+\tfor _, ev := range evs {\n+\t\trows = append(rows, []any{ev.Card, ev.Kind, ev.At})\n+\t}\n+\treturn s.insertMany(ctx, rows)", ("card-events", "17:18"), decoy=True)
    c.commit("17:10", "feat(card-events): keep the merchant's category", ["services/card-events/db/0031_category.sql", "services/card-events/store/event.go"],
             "--- /dev/null\n+++ b/services/card-events/db/0031_category.sql\n@@ -0,0 +1 @@\n+ALTER TABLE card_events ADD COLUMN category text;\n--- a/services/card-events/store/event.go\n+++ b/services/card-events/store/event.go\n@@ -6,3 +6,4 @@\n+\tCategory string", ("card-events", "17:38"), decoy=True)
    c.commit("17:15", "feat(spend-insights): pie by category", "services/spend-insights/app/pie.py", "+    by[event.category or \"other\"] += event.amount", ("spend-insights", "17:41"), decoy=True)
    c.harmless(12)
    c.flag("17:42", "category_pie", "mobile-bff", "off->on")
    c.log("card-events", "info", "17:38:22", "migration 0031 applied in 0.02s")
    c.lines("card-events", "info", "stored {n} events", end="17:45:40", every=90, n=(1, 20))
    c.lines("card-events", "error", "insert failed: ERROR: nextval: reached maximum value of sequence \"card_events_id_seq\" (2147483647) (SQLSTATE 2200H)", "17:46", every=20)
    c.lines("cards", "warn", "event could not be stored, card authorised anyway: card-events answered 500", "17:46", every=50)
    c.lines("mobile-bff", "info", "spending shown is {m} minutes old", "17:50", every=90, m=(4, 17))
    c.lines("spend-insights", "warn", "no new card events since 2026-07-02T17:45", "17:51", every=120)
    c.trace("17:52:00", [(0, "cards", "authorise", 60), (1, "card-events", "Add", 6, "500"), (2, "card-events-db", "INSERT card_events", 1, "nextval: reached maximum value of sequence")])
    c.trace("17:41:00", [(0, "cards", "authorise", 58), (1, "card-events", "Add", 9), (2, "card-events-db", "INSERT card_events", 4)])
    c.alert("CardEventsFail", "card-events", "http_5xx_ratio", 0.05, "17:51", "card events are not stored")
    c.expect("resource_exhaustion", "none", "card-events", ["cards", "spend-insights"], "roll-forward",
             "The table's 32 bit sequence has given out its last number, 2147483647, after years of growth. The bulk insert and the new column worked for 28 and 8 minutes; an insert takes one number per row in either form.", ["sequence"])
    return c


def lists_become_objects(name):
    c = Service(name, "2026-07-07", "09:20", "10:47", {"web-bff": "ts", "accounts": "java", "web-bank": "ts", "statements": "go"})
    c.step("http_4xx_ratio", "web-bff", 0.012, 0.094, "10:14", 3)
    c.steady("http_5xx_ratio", "web-bff", 0.0008)
    c.steady("http_5xx_ratio", "accounts", 0.0004)
    c.step("requests_per_second", "accounts", 61, 55, "10:14", 3)
    c.step("overview_failures_per_minute", "web-bank", 0.4, 37, "10:14", 3)
    culprit = c.commit("09:58", "chore(web-bff): monthly dependency round", ["services/web-bff/package.json", "services/web-bff/package-lock.json"], """
--- a/services/web-bff/package.json
+++ b/services/web-bff/package.json
@@ -12,11 +12,11 @@
-    "fastrouter": "5.2.0",
+    "fastrouter": "5.2.1",
-    "pino": "9.1.0",
+    "pino": "9.2.0",
-    "querykit": "3.8.2",
+    "querykit": "4.0.0",
-    "undici": "6.18.1",
+    "undici": "6.18.2",
     "zod": "3.23.8"
""", ("web-bff", "10:12"))
    c.commit("09:31", "refactor(web-bff): schema for the overview", "services/web-bff/src/overview.ts",
             "--- a/services/web-bff/src/overview.ts\n+++ b/services/web-bff/src/overview.ts\n@@ -5,5 +5,6 @@\n-  if (!Array.isArray(q.ids)) throw badRequest(\"ids must be a list\");\n+const Query = z.object({ ids: z.array(z.string()) });\n+  const q = Query.parse(request.query);", ("web-bff", "09:52"), decoy=True)
    c.commit("10:03", "feat(web-bank): overview for companies shows all accounts", "services/web-bank/src/Overview.tsx", "-<Accounts items={accounts.slice(0, 100)} />\n+<Accounts items={accounts} />", ("web-bank", "10:17"), decoy=True)
    c.commit("09:49", "perf(accounts): balances by any()", "services/accounts/src/main/java/bank/Balances.java", "-    return jdbc.query(IN, ids);\n+    return jdbc.query(\"... WHERE id = ANY (?)\", array(ids));", ("accounts", "10:09"), decoy=True)
    c.harmless(12)
    c.flag("10:17", "all_accounts_overview", "web-bank", "off->on")
    c.lines("web-bff", "info", "GET /overview 200 ids={n} {ms}ms", every=60, n=(1, 19), ms=(20, 70))
    c.lines("web-bff", "info", "GET /overview 200 ids={n} {ms}ms", end="10:13", every=300, n=(21, 64), ms=(40, 90))
    c.lines("web-bff", "warn", "GET /overview 400 ZodError: [{{\"code\":\"invalid_type\",\"expected\":\"array\",\"received\":\"object\",\"path\":[\"ids\"]}}] query_length={n} customer=company", "10:14", every=24, n=(480, 1900))
    c.lines("web-bank", "error", "overview could not be loaded: 400 trace_id={trace}", "10:14", every=35)
    c.lines("accounts", "info", "balances of {n} accounts {ms}ms", every=80, n=(1, 19), ms=(3, 12))
    c.lines("statements", "info", "statement {id} rendered", every=140)
    c.trace("10:25:00", [(0, "web-bank", "GET overview", 9, "400"), (1, "web-bff", "GET /overview", 3, "expected array, received object", {"ids": 34})])
    c.trace("10:25:20", [(0, "web-bank", "GET overview", 60), (1, "web-bff", "GET /overview", 50, None, {"ids": 4}), (2, "accounts", "Balances", 8)])
    c.trace("10:05:00", [(0, "web-bank", "GET overview", 80), (1, "web-bff", "GET /overview", 70, None, {"ids": 41}), (2, "accounts", "Balances", 12)])
    c.alert("BffBadRequests", "web-bff", "http_4xx_ratio", 0.05, "10:22", "the overview fails for companies")
    c.expect("configuration_error", culprit, "web-bff", ["web-bank"], "rollback",
             "querykit 4 reads lists of more than 20 values as an object. The schema check, which only says so, had accepted 41 ids for twenty minutes before the update (10:05); companies have more than 20 accounts, everybody else is fine. The "
             "web's release came three minutes after the first refusals and shows more of the same answer.", ["querykit"], "hard")
    return c


CASES = {"bank-08": sequence_used_up, "bank-09": lists_become_objects}
