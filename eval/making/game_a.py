"""An online game's backend: a season that is closed, a sale that starts, results that are read wrongly."""
from .patched import Patched


def first_page_skipped(name):
    c = Patched(name, "2026-09-13", "10:30", "12:58", {"rewards": "py", "leaderboard": "rust", "inventory": "java", "game-client": "ts"}, every=2)
    c.step("http_404_ratio", "inventory", 0.003, 0.046, "12:24", 6)
    c.pulse("requests_per_second", "inventory", 900, 5200, "12:03", "12:24")
    c.pulse("requests_per_second", "leaderboard", 310, 1150, "12:00", "12:26")
    c.step("season_rewards_granted_total", "rewards", 0, 411733, "12:03", 20, noise=0)
    c.steady("season_rewards_failed_total", "rewards", 0)
    c.step("page_cache_hit_ratio", "leaderboard", 0.02, 0.91, "11:42", 3)
    c.steady("http_5xx_ratio", "inventory", 0.0006)
    c.steady("http_5xx_ratio", "leaderboard", 0.0003)
    c.pulse("latency_p99_ms", "inventory", 41, 118, "12:03", "12:24")
    culprit = c.commit("2026-09-10T13:22:41Z", "feat(rewards): say how far season-close is", ["services/rewards/app/season_close.py", "services/rewards/app/progress.py"], """
--- a/services/rewards/app/season_close.py
+++ b/services/rewards/app/season_close.py
@@ -31,12 +31,14 @@ def close(season: Season, board: Board, grants: Grants) -> int:
     granted = 0
-    number = 0
-    while page := board.page(season.id, number):
-        for row in page:
+    pages = board.page_count(season.id)
+    for number in progress(range(1, pages), f"season-close {season.id}"):
+        for row in board.page(season.id, number):
             grants.give(row.player, tier_of(row.rank, season))
             granted += 1
-        number += 1
     return granted
--- a/services/rewards/app/progress.py
+++ b/services/rewards/app/progress.py
@@ -0,0 +1,6 @@
+def progress(items, title):
+    for n, item in enumerate(items, 1):
+        if n % 100 == 0:
+            log.info("%s: %d of %d", title, n, len(items))
+        yield item
""", ("rewards", "2026-09-10T15:04:18Z"))
    c.commit("11:18", "perf(leaderboard): keep the first pages in memory", "services/leaderboard/src/pages.rs",
             "--- a/services/leaderboard/src/pages.rs\n+++ b/services/leaderboard/src/pages.rs\n@@ -22,3 +22,9 @@ impl Pages {\n     pub async fn page(&self, season: u32, number: u32) -> Result<Arc<Page>> {\n+        if number < HOT {\n+            return self.hot.try_get_with((season, number), self.load(season, number)).await;\n+        }\n         self.load(season, number).await", ("leaderboard", "11:40"), decoy=True)
    c.commit("11:25", "feat(rewards): season 42 tiers", "services/rewards/config/tiers.yaml", "+  - {season: 42, top: 500, reward: comet-wings}\n+  - {season: 42, top: 10000, reward: comet-trail}", ("rewards", "12:20"), decoy=True)
    c.commit("11:02", "fix(inventory): claims of unknown grants are 404, not 400", "services/inventory/src/main/java/game/ClaimController.java", "-      throw new BadRequest(\"no grant\");\n+      throw new NotFound(\"no grant\");", ("inventory", "11:29"), decoy=True)
    c.commit("10:51", "feat(game-client): claim button glows after a season", "services/game-client/src/Claim.tsx", "+<Glow when={season.closed} />", ("game-client", "11:33"))
    c.harmless(17)
    c.flag("12:00", "season_41_closed", "rewards")
    c.log("rewards", "info", "2026-08-16T12:03:02Z", "season-close 40: started, 398120 players")
    c.log("leaderboard", "info", "2026-08-16T12:03:02Z", "GET /seasons/40/ranks?page=0 200 rows=500 client=rewards")
    c.log("rewards", "info", "2026-08-16T12:22:51Z", "season-close 40: done, granted=398120")
    c.log("rewards", "info", "12:03:01", "season-close 41: started, 412233 players")
    for n, at in ((100, "12:05:26"), (300, "12:10:14"), (500, "12:15:03"), (700, "12:19:51"), (800, "12:22:17")):
        c.log("rewards", "info", at, f"season-close 41: {n} of 824")
    c.log("rewards", "info", "12:23:02", "season-close 41: done, granted=411733")
    c.log("leaderboard", "info", "12:03:01", "GET /seasons/41/ranks?page=1 200 rows=500 client=rewards")
    c.lines("leaderboard", "info", "GET /seasons/41/ranks?page={n} 200 rows=500 client=rewards", "12:04", "12:22", every=50, n=(10, 790))
    c.log("leaderboard", "info", "12:23:01", "GET /seasons/41/ranks?page=824 200 rows=233 client=rewards")
    c.lines("leaderboard", "info", "GET /seasons/41/ranks?page=0 200 rows=500 client=game-client trace_id={trace}", every=280)
    c.lines("inventory", "info", "claim 200 player={id} season=41 rank={r} trace_id={trace}", "12:06", every=70, r=(501, 390000))
    c.lines("inventory", "warn", "claim 404 no grant player={id} season=41 rank={r} trace_id={trace}", "12:24", every=40, r=(1, 500))
    c.lines("game-client", "error", "claim failed: 404 trace_id={trace}", "12:24", every=60)
    c.trace("12:31:00", [(0, "game-client", "POST /claims", 40, "404", {"rank": 17}), (1, "inventory", "claim", 12, "no grant"), (2, "leaderboard", "GET rank", 2, None, {"rank": 17})])
    c.trace("12:33:00", [(0, "game-client", "POST /claims", 61, None, {"rank": 9120}), (1, "inventory", "claim", 33)])
    c.alert("SeasonClaimsNotFound", "inventory", "http_404_ratio", 0.02, "12:44", "players claim season rewards that do not exist")
    c.expect("code_defect", culprit, "rewards", ["inventory", "game-client"], "roll-forward",
             "Pages are counted from 0, and season-close has begun with page 1 since the progress display: the first 500 ranks got no grant (411733 of 412233), and nobody else misses one. It runs only when a season ends, three days after the deploy. "
             "The leaderboard serves page 0 to the clients with all its 500 rows; rewards never asked for it.", ["page", "500"], "hard")
    return c


def blocked_workers(name):
    c = Patched(name, "2026-09-19", "13:30", "16:34", {"store": "cs", "receipts": "go", "wallet": "java", "game-client": "ts"}, every=2)
    c.step("requests_per_second", "store", 34, 92, "16:00", 3)
    c.climb("latency_p99_ms", "store", 240, 19800, "16:02", "16:16")
    c.step("http_5xx_ratio", "store", 0.0009, 0.31, "16:09", 6)
    c.step("http_5xx_ratio", "game-client", 0.001, 0.12, "16:10", 6)
    c.climb("dotnet_threadpool_queue_length", "store", 0.4, 2140, "16:01", "16:20")
    c.climb("dotnet_threadpool_threads", "store", 18, 131, "16:01", "16:34")
    c.step("cpu_utilization", "store", 0.14, 0.17, "16:00", 3)
    c.steady("latency_p99_ms", "receipts", 410)
    c.step("requests_per_second", "receipts", 31, 44, "16:01", 3)
    c.steady("latency_p99_ms", "wallet", 22)
    c.steady("http_5xx_ratio", "receipts", 0.0004)
    culprit = c.commit("14:06", "address review: receipts behind an interface", ["services/store/src/Purchases/ReceiptCheck.cs", "services/store/src/Purchases/PurchaseHandler.cs"], """
--- a/services/store/src/Purchases/PurchaseHandler.cs
+++ b/services/store/src/Purchases/PurchaseHandler.cs
@@ -38,7 +38,7 @@ internal sealed class PurchaseHandler(IReceiptCheck receipts, IWallet wallet)
     public async Task<Purchase> Handle(Order order, CancellationToken cancel)
     {
-        var receipt = await receipts.Verify(order.Receipt, cancel);
+        var receipt = receipts.Verify(order.Receipt);
         if (!receipt.Valid) throw new ReceiptRefused(order.Id);
         return await wallet.Credit(order, cancel);
     }
--- a/services/store/src/Purchases/ReceiptCheck.cs
+++ b/services/store/src/Purchases/ReceiptCheck.cs
@@ -5,9 +5,15 @@
-internal sealed class ReceiptCheck(HttpClient http)
+internal interface IReceiptCheck
+{
+    Receipt Verify(string token);
+}
+
+internal sealed class ReceiptCheck(HttpClient http) : IReceiptCheck
 {
-    public async Task<Receipt> Verify(string token, CancellationToken cancel)
-        => await http.PostAsJson<Receipt>("/verify", token, cancel);
+    public Receipt Verify(string token)
+        => http.PostAsJson<Receipt>("/verify", token, default).GetAwaiter().GetResult();
 }
""", ("store", "14:41"))
    c.commit("14:58", "perf(receipts): ask the platforms in parallel", "services/receipts/internal/verify/verify.go", "-\tfor _, p := range platforms {\n-\t\tif r := p.Verify(ctx, token); r.Known {\n+\tg, ctx := errgroup.WithContext(ctx)\n+\tfor _, p := range platforms {\n+\t\tg.Go(func() error { return p.Verify(ctx, token, out) })", ("receipts", "15:20"), decoy=True)
    c.commit("15:12", "feat(store): autumn bundle", "services/store/config/bundles.json", "+  {\"id\": \"autumn-26\", \"price\": 9.99, \"from\": \"2026-09-19T16:00:00Z\"}", ("store", "15:46"), decoy=True)
    c.commit("15:05", "fix(wallet): lock the row while crediting", "services/wallet/src/main/java/game/WalletRepository.java", "-  @Query(\"select w from Wallet w where w.player = ?1\")\n+  @Lock(PESSIMISTIC_WRITE)\n+  @Query(\"select w from Wallet w where w.player = ?1\")", ("wallet", "15:31"), decoy=True)
    c.commit("14:31", "chore(store): fewer lines in the access log", "services/store/appsettings.json", "-      \"Microsoft.AspNetCore\": \"Information\"\n+      \"Microsoft.AspNetCore\": \"Warning\"")
    c.harmless(17)
    c.flag("16:00", "autumn_bundle_banner", "game-client", "0%->100%")
    c.log("store", "info", "2026-08-29T16:20:00Z", "sale summer-26: 98 orders per second at the peak, p99 265 ms, 21 pool threads")
    c.lines("store", "info", "purchase {id} done in {ms}ms receipt={r}ms wallet={w}ms", every=100, end="16:01", ms=(190, 330), r=(160, 300), w=(9, 20))
    c.lines("store", "info", "purchase {id} done in {ms}ms receipt={r}ms wallet={w}ms", "16:04", every=70, ms=(4100, 19900), r=(170, 420), w=(9, 24))
    c.lines("store", "warn", "heartbeat of Kestrel was late by {s} s; thread pool may be starved threads={n}", "16:05", every=80, s=(1, 9), n=(40, 131))
    c.lines("store", "error", "POST /purchases 503 request waited {ms}ms for a thread trace_id={trace}", "16:08", every=35, ms=(15000, 20000))
    c.lines("receipts", "info", "verify 200 {ms}ms platform={p}", every=110, ms=(160, 410), p=["steamworks", "console-a", "mobile-g"])
    c.lines("wallet", "info", "credited {id} {ms}ms", every=150, ms=(8, 22))
    c.lines("game-client", "error", "purchase failed: 503 trace_id={trace}", "16:09", every=60)
    c.trace("16:22:00", [(0, "game-client", "POST /purchases", 18400), (1, "store", "POST /purchases", 18360), (2, "receipts", "POST /verify", 230), (2, "wallet", "credit", 14)])
    c.trace("15:40:00", [(0, "game-client", "POST /purchases", 290), (1, "store", "POST /purchases", 262), (2, "receipts", "POST /verify", 214), (2, "wallet", "credit", 15)])
    c.alert("PurchasesSlow", "store", "latency_p99_ms", 3000, "16:12", "purchases take many seconds")
    c.expect("code_defect", culprit, "store", ["game-client"], "rollback",
             "Verifying a receipt holds a pool thread for the whole call since 14:41 (GetAwaiter().GetResult()); when the sale brought 92 orders a second, the thread pool starved: queue of 2000, CPU at 17%. The summer sale had more orders at 265 ms. "
             "Receipts and the wallet answer as quickly as ever.", ["thread", "GetResult"], "hard")
    return c


def fields_renumbered(name):
    c = Patched(name, "2026-09-22", "17:20", "19:44", {"match-server": "cpp", "progression": "kt", "anticheat": "py", "game-client": "ts"}, every=2)
    c.climb("suspensions_per_minute", "anticheat", 0.4, 61, "18:34", "19:14")
    c.climb("results_with_placement_0_ratio", "progression", 0, 0.38, "18:33", "19:12", noise=0.02)
    c.steady("results_per_second", "progression", 210)
    c.steady("consumer_lag", "progression", 40, 0.2)
    c.steady("deserialization_errors_per_minute", "progression", 0)
    c.steady("http_5xx_ratio", "progression", 0.0004)
    c.steady("matches_running", "match-server", 5200, 0.02)
    c.steady("cpu_utilization", "anticheat", 0.33)
    c.climb("support_tickets_per_hour", "game-client", 31, 640, "18:50", "19:40")
    culprit = c.commit("16:40", "schemas: tidy up match.proto", ["schemas/match.proto", "schemas/README.md"], """
--- a/schemas/match.proto
+++ b/schemas/match.proto
@@ -12,11 +12,12 @@ message MatchResult {
 message PlayerResult {
   string player_id = 1;
-  uint32 placement = 2;
-  uint32 kills = 3;
-  uint32 damage = 4;
-  uint32 assists = 5;
+  // in the order of the result screen
+  uint32 assists = 2;
+  uint32 damage = 3;
+  uint32 kills = 4;
+  uint32 placement = 5;
   uint32 revives = 6;
 }
--- a/schemas/README.md
+++ b/schemas/README.md
@@ -3,1 +3,2 @@
+Fields are listed as the result screen shows them.
""", ("match-server", "18:31"))
    c.commit("18:02", "feat(anticheat): stricter limits for impossible scores", "services/anticheat/app/limits.py", "-    \"kills_per_match\": 120,\n+    \"kills_per_match\": 99,", ("anticheat", "18:29"), decoy=True)
    c.commit("18:08", "refactor(progression): rating in its own module", ["services/progression/src/main/kotlin/game/Rating.kt", "services/progression/src/main/kotlin/game/Results.kt"],
             "--- a/services/progression/src/main/kotlin/game/Results.kt\n+++ b/services/progression/src/main/kotlin/game/Results.kt\n@@ -14,3 +14,3 @@\n-    val change = 25 - result.placement * 2\n+    val change = Rating.change(result.placement)\n--- a/services/progression/src/main/kotlin/game/Rating.kt\n+++ b/services/progression/src/main/kotlin/game/Rating.kt\n@@ -0,0 +1,3 @@\n+object Rating {\n+    fun change(placement: Int) = 25 - placement * 2\n+}", ("progression", "18:19"), decoy=True)
    c.commit("17:31", "fix(match-server): drain before a server ends", "services/match-server/src/drain.cpp", "+    while (matches_.running() > 0) wait_for(std::chrono::seconds(5));", ("match-server", "17:48"), decoy=True)
    c.commit("17:55", "chore(progression): consumer group id in the config", "services/progression/application.yaml", "+  group: progression", ("progression", "18:19"))
    c.harmless(16)
    c.flag("18:30", "stricter_limits", "anticheat", "0%->100%")
    for n, at in ((640, "18:36:00"), (2100, "18:48:00"), (3700, "19:00:00"), (4480, "19:12:00")):
        c.log("match-server", "info", at, f"fleet: {n} of 5200 matches on build r2026.09.22-1831, the others are drained as they end")
    c.lines("progression", "info", "result player={id} placement={p} kills={k} damage={d} assists={a} build=r2026.09.22-1748", "17:49", every=75, p=(1, 60), k=(0, 14), d=(90, 2900), a=(0, 6))
    c.lines("progression", "info", "result player={id} placement={a} kills={d} damage={k} assists={p} build=r2026.09.22-1831", "18:35", every=45, p=(1, 60), k=(0, 14), d=(90, 2900), a=(0, 6))
    c.lines("anticheat", "info", "checked match {id}: nothing found", every=140)
    c.lines("anticheat", "warn", "player {id} suspended: kills_per_match {d} is impossible", "18:35", every=35, d=(410, 2900))
    c.lines("progression", "warn", "rating of {id}: placement 0 is counted as last", "18:35", every=70)
    c.lines("game-client", "error", "sign-in refused: account suspended", "18:36", every=90)
    c.trace("19:02:00", [(0, "match-server", "publish result", 3, None, {"build": "r2026.09.22-1831"}), (1, "progression", "apply result", 9, None, {"placement": 2, "kills": 1810}), (1, "anticheat", "check", 21)])
    c.trace("18:20:00", [(0, "match-server", "publish result", 3, None, {"build": "r2026.09.22-1748"}), (1, "progression", "apply result", 8, None, {"placement": 14, "kills": 3}), (1, "anticheat", "check", 20)])
    c.alert("SuspensionsUnusual", "anticheat", "suspensions_per_minute", 5, "18:56", "many accounts are being suspended")
    c.expect("code_defect", culprit, "match-server", ["progression", "anticheat", "game-client"], "rollback",
             "match.proto was renumbered, and the match servers built at 18:31 write the fields under new numbers that progression and the anticheat still read by the old ones: damage arrives as kills, assists as placement. Only results of that build are "
             "wrong, and their share follows the draining of the fleet. A limit of 120 would have caught kills of 1810 as well.", ["field", "kills"], "hard")
    return c


CASES = {"game-01": first_page_skipped, "game-02": blocked_workers, "game-03": fields_renumbered}
