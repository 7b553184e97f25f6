"""A bank's services: an export that skips, a clock that runs ahead."""
from .service import Service


def cursor_without_id(name):
    c = Service(name, "2026-04-30", "12:30", "25:41", {"statement-export": "ts", "reconciliation": "java", "ledger": "java"}, every=8)
    c.step("reconciliation_missing_entries", "reconciliation", 0, 151862, "25:18", 12, noise=0)
    c.pulse("entries_posted_per_minute", "ledger", 210, 22400, "22:30", "22:38", ramp=3)
    c.pulse("entries_exported_per_minute", "statement-export", 208, 7200, "24:30", "24:48", ramp=4)
    c.steady("http_5xx_ratio", "statement-export", 0.0003)
    c.step("db_query_p99_ms", "statement-export", 44, 19, "14:22", 3)
    c.steady("http_5xx_ratio", "ledger", 0.0002)
    culprit = c.commit("13:48", "perf(statement-export): page through entries on the narrow index", ["services/statement-export/src/pages.ts"], """
--- a/services/statement-export/src/pages.ts
+++ b/services/statement-export/src/pages.ts
@@ -17,16 +17,15 @@ export async function* pages(from: Date, size = 1000) {
-  let after: Cursor = { at: from, id: "0" };
+  let after = from;
   for (;;) {
     const rows = await db.query(
-      `SELECT id, account, amount, created_at FROM entries
-        WHERE (created_at, id) > ($1, $2)
-        ORDER BY created_at, id LIMIT $3`, [after.at, after.id, size]);
+      `SELECT id, account, amount, created_at FROM entries
+        WHERE created_at > $1
+        ORDER BY created_at LIMIT $2`, [after, size]);
     if (rows.length === 0) return;
     yield rows;
-    const last = rows[rows.length - 1];
-    after = { at: last.created_at, id: last.id };
+    after = rows[rows.length - 1].created_at;
   }
 }
""", ("statement-export", "14:20"))
    c.commit("21:10", "feat(ledger): interest for the tier Flex", "services/ledger/src/main/java/bank/Interest.java",
             "--- a/services/ledger/src/main/java/bank/Interest.java\n+++ b/services/ledger/src/main/java/bank/Interest.java\n@@ -40,6 +40,7 @@\n     case BASIC -> rate.of(0.5);\n     case PLUS -> rate.of(1.1);\n+    case FLEX -> rate.of(0.8);", ("ledger", "21:35"), decoy=True)
    c.commit("22:50", "feat(reconciliation): list missing entries by account", "services/reconciliation/src/main/java/bank/MissingReport.java",
             "+  Map<Account, List<Entry>> byAccount(List<Entry> missing) {\n+    return missing.stream().collect(groupingBy(Entry::account));\n+  }", ("reconciliation", "23:20"), decoy=True)
    c.commit("23:40", "chore(statement-export): gzip the files for the archive", "services/statement-export/src/archive.ts",
             "-  await put(name, body);\n+  await put(name + \".gz\", gzipSync(body), { encoding: \"gzip\" });", ("statement-export", "24:02"), decoy=True)
    c.harmless(17)
    c.flag("21:36", "interest_flex", "ledger")
    c.log("ledger", "info", "2026-03-31T22:38:02Z", "interest posting done: 179204 entries in 36 batches")
    c.log("reconciliation", "info", "2026-04-01T01:21:40Z", "run 2026-03-31: ledger 481022 entries, export 481022 entries, missing 0")
    c.log("reconciliation", "info", "2026-04-30T01:19:12Z", "run 2026-04-29: ledger 301377 entries, export 301377 entries, missing 0")
    for n in range(1, 9):
        c.log("ledger", "info", f"22:3{n - 1}:0{n}", f"interest batch {n * 4} of 37: 5000 entries posted created_at=2026-04-30T22:3{n - 1}:0{n}.114Z")
    c.log("ledger", "info", "22:38:20", "interest posting done: 184870 entries in 37 batches")
    c.lines("statement-export", "info", "wrote page run=exp-0430 rows=1000 took={ms}ms", "24:30", "24:50", every=60, ms=(9, 22))
    c.log("statement-export", "info", "24:48:31", "export of 2026-04-30 done: 339154 entries")
    c.log("reconciliation", "error", "25:18:02", "run 2026-04-30: ledger 491016 entries, export 339154 entries, missing 151862")
    c.lines("reconciliation", "error", "entry {id} account={a} is in the ledger but not in the export created_at=2026-04-30T22:3{m}:0{k}.114Z", "25:18", every=40, a=(10000, 99999), m=["0", "3", "5"], k=["1", "4", "6"])
    c.lines("ledger", "info", "entry posted account={a} amount={n}.00", every=1800, a=(10000, 99999), n=(3, 900))
    c.trace("24:33:00", [(0, "statement-export", "export page", 21), (1, "statement-export", "SELECT entries", 14, None, {"rows": 1000})])
    c.trace("13:02:00", [(0, "statement-export", "export page", 55), (1, "statement-export", "SELECT entries", 41, None, {"rows": 1000})])
    c.alert("ReconciliationDifference", "reconciliation", "reconciliation_missing_entries", 0, "25:30", "entries of yesterday are missing in the export")
    c.expect("code_defect", culprit, "statement-export", ["reconciliation"], "rollback",
             "The export's cursor lost the id: the next page begins after the last moment, so entries of the same moment that did not fit on the page are skipped. Month-end interest posts 5000 entries with one moment, as last month, when "
             "nothing was missing. Flex is one more rate; the report only lists.", ["created_at", "page"], "hard")
    return c


def clock_ahead(name):
    c = Service(name, "2026-05-04", "08:40", "10:27", {"api-gateway": "go", "sessions": "cs", "cards": "java", "mobile-bff": "ts"})
    c.climb("http_401_ratio", "api-gateway", 0.006, 0.27, "09:58", "10:03")
    c.climb("login_loops_per_minute", "mobile-bff", 0.3, 64, "09:59", "10:05")
    c.steady("http_5xx_ratio", "sessions", 0.0004)
    c.steady("tokens_issued_per_second", "sessions", 31)
    c.climb("node_clock_offset_seconds", "bank-node-07", 0.3, 6.84, "08:40", "10:27", noise=0.01)
    for node in ("bank-node-04", "bank-node-05", "bank-node-09"):
        c.steady("node_clock_offset_seconds", node, 0.0004, noise=0.3)
    c.commit("09:21", "refactor(api-gateway): leeway comes from the configuration", ["services/api-gateway/auth/verify.go", "deploy/api-gateway/values.yaml"],
             "--- a/services/api-gateway/auth/verify.go\n+++ b/services/api-gateway/auth/verify.go\n@@ -22,5 +22,5 @@ func verifier(cfg Config) *Verifier {\n-\tv := jwt.NewVerifier(keys, jwt.Leeway(5*time.Second))\n+\tv := jwt.NewVerifier(keys, jwt.Leeway(cfg.Leeway))\n"
             "--- a/deploy/api-gateway/values.yaml\n+++ b/deploy/api-gateway/values.yaml\n@@ -8,2 +8,3 @@ auth:\n+  leeway: 5s", ("api-gateway", "09:50"), decoy=True)
    c.commit("09:10", "chore(sessions): IdentityModel 7.5.0 to 7.5.1", "services/sessions/Directory.Packages.props",
             "-    <PackageVersion Include=\"Microsoft.IdentityModel.JsonWebTokens\" Version=\"7.5.0\" />\n+    <PackageVersion Include=\"Microsoft.IdentityModel.JsonWebTokens\" Version=\"7.5.1\" />", ("sessions", "09:31"), decoy=True)
    c.commit("09:30", "feat(mobile-bff): ask for the fingerprint again after a refusal", "services/mobile-bff/src/login.ts", "+if (res.status === 401) return promptBiometry();", ("mobile-bff", "09:56"), decoy=True)
    c.commit("09:02", "feat(cards): freeze a card in one step", "services/cards/src/main/java/bank/FreezeController.java", "+    card.freeze(clock.instant());", ("cards", "09:24"))
    c.harmless(13)
    c.flag("09:57", "biometry_on_refusal", "mobile-bff", "10%->100%")
    c.log("chronyd", "info", "2026-05-04T05:12:40Z", "bank-node-07: chronyd exiting (host maintenance)")
    c.log("chronyd", "warn", "2026-05-04T05:31:02Z", "bank-node-07: Can't synchronise: no selectable sources")
    for pod, node in (("sessions-6d9f-2kx8p", "bank-node-04"), ("sessions-6d9f-h7w4q", "bank-node-05"), ("sessions-6d9f-c9z2n", "bank-node-09"), ("sessions-6d9f-tb5lm", "bank-node-07")):
        c.lines("sessions", "info", f"token issued sub={{id}} pod={pod}", every=400, labels={"pod": pod, "node": node})
    c.lines("api-gateway", "warn", "401 token not valid yet: iat is {s}.{t}s in the future, leeway 5s issuer_pod=sessions-6d9f-tb5lm trace_id={trace}", "09:58", every=25, s=[5, 5, 6], t=(1, 8))
    c.lines("api-gateway", "info", "GET /accounts 200 {ms}ms issuer_pod={pod}", every=130, ms=(12, 50), pod=["sessions-6d9f-2kx8p", "sessions-6d9f-h7w4q", "sessions-6d9f-c9z2n"])
    c.lines("mobile-bff", "warn", "logged in and refused at once, asking again trace_id={trace}", "09:59", every=40)
    c.lines("cards", "info", "card list {n} cards", every=240, n=(1, 4))
    c.trace("10:08:00", [(0, "mobile-bff", "POST /login", 240), (1, "sessions", "Issue", 31, None, {"k8s.node.name": "bank-node-07"}), (1, "api-gateway", "GET /accounts", 2, "token not valid yet")])
    c.trace("10:08:30", [(0, "mobile-bff", "POST /login", 260), (1, "sessions", "Issue", 29, None, {"k8s.node.name": "bank-node-04"}), (1, "api-gateway", "GET /accounts", 22)])
    c.alert("LoginsRefused", "api-gateway", "http_401_ratio", 0.05, "10:07", "a quarter of fresh tokens is refused")
    c.expect("infrastructure", "none", "api-gateway", ["mobile-bff"], "reschedule",
             "The clock of bank-node-07 has not been synchronised since its maintenance and runs ahead; tokens issued by the pod there are from the future by more than the leeway of 5 seconds, which was 5 seconds before too. Tokens of the other "
             "three pods, with the same code and library, are fine.", ["clock", "bank-node-07"], "hard")
    return c


CASES = {"bank-02": cursor_without_id, "bank-03": clock_ahead}
