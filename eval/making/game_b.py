"""An online game's backend: a cache that everybody refills, a parameter group, a library's new default, a lookup that is cut short."""
from .patched import Patched


def everyone_refills(name):
    c = Patched(name, "2026-09-24", "11:30", "14:06", {"catalogue": "go", "items-db": "sql", "store": "cs", "inventory": "java"}, every=1)
    bursts = [77 + 15 * n for n in range(6)]  # minutes of 12:47, 13:02, 13:17, ...

    def bursty(usual, peak):
        def shape(m):
            near = min((m - b for b in bursts if 0 <= m - b < 3), default=None)
            return usual if near is None else peak if near < 1.5 else usual + (peak - usual) * 0.3
        return shape

    c.shape("latency_p99_ms", "service=catalogue", bursty(21, 6100), 0.06)
    c.shape("latency_p99_ms", "service=store", bursty(190, 6900), 0.06)
    c.shape("http_5xx_ratio", "service=store", bursty(0.0008, 0.11), 0.06)
    c.shape("http_5xx_ratio", "service=inventory", bursty(0.0004, 0.05), 0.06)
    c.shape("db_queries_per_second", "service=items-db", bursty(7, 830), 0.06)
    c.shape("db_cpu_utilization", "service=items-db", bursty(0.19, 0.98), 0.02)
    c.steady("requests_per_second", "catalogue", 2400)
    c.steady("requests_per_second", "store", 61)
    c.shape("export_rows_per_second", "service=items-db", lambda m: 4100 if m >= 30 and m % 15 < 4 else 0, 0.03)
    culprit = c.commit("12:09", "refactor(catalogue): simplify the loader, drop x/sync", ["services/catalogue/internal/cache/loader.go", "services/catalogue/go.mod"], """
--- a/services/catalogue/internal/cache/loader.go
+++ b/services/catalogue/internal/cache/loader.go
@@ -24,20 +24,16 @@ func (l *Loader) Catalogue(ctx context.Context, region string) (*Catalogue, error) {
 	if c, ok := l.fresh(region); ok {
 		return c, nil
 	}
-	v, err, _ := l.group.Do(region, func() (any, error) {
-		c, err := l.db.Catalogue(ctx, region)
-		if err == nil {
-			l.put(region, c, 15*time.Minute)
-		}
-		return c, err
-	})
+	c, err := l.db.Catalogue(ctx, region)
 	if err != nil {
 		return nil, err
 	}
-	return v.(*Catalogue), nil
+	l.put(region, c, 15*time.Minute)
+	return c, nil
 }
--- a/services/catalogue/go.mod
+++ b/services/catalogue/go.mod
@@ -7,1 +7,0 @@ require (
-	golang.org/x/sync v0.7.0
""", ("catalogue", "12:46"))
    c.commit("11:34", "feat(items-db): export for the analysts every quarter of an hour", "db/items/cron/export.sql", "-select cron.schedule('export', '0 3 * * *', $$call export_items()$$);\n+select cron.schedule('export', '0,15,30,45 * * * *', $$call export_items()$$);", ("items-db", "11:58"), decoy=True)
    c.commit("12:31", "perf(store): do not keep prices for a minute, ask the catalogue", "services/store/src/Prices.cs", "-        => cache.GetOrCreate(id, TimeSpan.FromMinutes(1), () => catalogue.Price(id));\n+        => catalogue.Price(id);", decoy=True)
    c.commit("12:37", "fix(catalogue): close rows in the search", "services/catalogue/internal/search/search.go", "+\tdefer rows.Close()", ("catalogue", "12:46"), decoy=True)
    c.commit("12:50", "chore(items-db): work_mem 16MB to 32MB", "db/items/parameters.conf", "-work_mem = 16MB\n+work_mem = 32MB", ("items-db", "13:01"), decoy=True)
    c.harmless(16)
    c.flag("13:00", "autumn_prices", "catalogue", "0%->10%")
    for n in range(4):
        at = c.start.replace(hour=11, minute=45 + 15 * n) if n < 1 else c.start.replace(hour=12, minute=15 * (n - 1))
        c.log("catalogue", "info", at.strftime("%H:%M:31"), "catalogue of eu loaded in 610ms, 41822 items, 1 query")
    c.lines("catalogue", "info", "GET /catalogue/eu 200 {ms}ms", every=130, ms=(3, 20))
    for burst in ("12:47", "13:02", "13:17", "13:32", "13:47", "14:02"):
        c.lines("catalogue", "warn", "catalogue of {r} loaded in {ms}ms, 41822 items", burst + ":05", burst + ":50", every=5, r=["eu", "eu", "us"], ms=(2900, 6400))
        c.lines("items-db", "warn", "duration: {ms} ms statement: SELECT * FROM items WHERE region = $1 AND withdrawn IS NULL sessions={n}", burst + ":05", burst + ":55", every=6, ms=(2400, 6100), n=(220, 900))
        c.lines("store", "error", "price of {id}: catalogue did not answer within 5s trace_id={trace}", burst + ":08", burst + ":58", every=12)
        c.lines("inventory", "error", "item names: catalogue did not answer within 5s", burst + ":10", burst + ":58", every=25)
    c.lines("items-db", "info", "export_items: 812000 rows in {s}s", "12:03", every=900, s=(190, 215))
    c.trace("13:17:10", [(0, "store", "GET /offers", 6300, "timeout"), (1, "catalogue", "GET /catalogue/eu", 6200), (2, "items-db", "SELECT items", 6100)])
    c.trace("13:25:10", [(0, "store", "GET /offers", 180), (1, "catalogue", "GET /catalogue/eu", 4)])
    c.alert("StoreErrors", "store", "http_5xx_ratio", 0.05, "13:48", "offers fail for a minute, again and again")
    c.expect("code_defect", culprit, "catalogue", ["items-db", "store", "inventory"], "rollback",
             "Without singleflight every request that finds the entry expired loads the whole catalogue itself: 800 equal queries a second, every fifteen minutes counted from the start of the new pods, 12:47, 13:02, :17. "
             "The export runs at :00 and :15 since noon, without harm, and the bursts come two minutes after it; prices asked directly are not deployed.", ["cache", "15"], "hard")
    return c


def parameters_by_default(name):
    c = Patched(name, "2026-09-25", "13:00", "20:16", {"lobby": "ex", "session-cache": "redis", "gateway": "go", "game-client": "ts"}, every=4)
    limit, gone, full = 12288, c.minute("14:08"), c.minute("19:36")
    c.shape("redis_memory_used_mib", "service=session-cache",
            lambda m: limit if m < gone else min(limit, 300 + (limit - 300) * (m - gone) / (full - gone)), 0.002)
    c.shape("redis_keys", "service=session-cache",
            lambda m: 4.9e6 if m < gone else min(4.9e6, 4e4 + 4.86e6 * (m - gone) / (full - gone)), 0.003)
    c.steady("redis_memory_limit_mib", "session-cache", 12288, 0)
    c.step("redis_evicted_keys_per_second", "session-cache", 96, 0, "14:08", 1, noise=0.02)
    c.pulse("sign_ins_per_second", "gateway", 41, 960, "14:08", "14:20")
    c.step("http_5xx_ratio", "lobby", 0.0007, 0.44, "19:37", 4)
    c.step("http_5xx_ratio", "gateway", 0.001, 0.29, "19:38", 4)
    c.climb("players_online", "lobby", 210000, 388000, "15:00", "19:30", noise=0.01)
    c.climb("requests_per_second", "lobby", 1900, 3400, "15:00", "19:30")
    c.steady("redis_connected_clients", "session-cache", 420)
    c.steady("cpu_utilization", "session-cache", 0.24)
    culprit = c.commit("13:31", "terraform: all caches from one module", ["infra/caches/sessions.tf", "infra/modules/cache/main.tf"], """
--- a/infra/caches/sessions.tf
+++ b/infra/caches/sessions.tf
@@ -1,19 +1,8 @@
-resource "aws_elasticache_parameter_group" "sessions" {
-  name   = "sessions-7"
-  family = "redis7"
-  parameter {
-    name  = "maxmemory-policy"
-    value = "allkeys-lru"
-  }
-}
-
-resource "aws_elasticache_replication_group" "sessions" {
-  replication_group_id = "sessions"
-  node_type            = "cache.r7g.large"
-  parameter_group_name = aws_elasticache_parameter_group.sessions.name
-  engine_version       = "7.1"
-}
+module "sessions" {
+  source         = "../modules/cache"
+  name           = "sessions"
+  node_type      = "cache.r7g.large"
+  engine_version = "7.1"
+}
--- a/infra/modules/cache/main.tf
+++ b/infra/modules/cache/main.tf
@@ -4,0 +5,5 @@
+variable "parameter_group_name" {
+  type    = string
+  default = "default.redis7"
+}
""", ("session-cache", "14:07"))
    c.commit("16:20", "feat(lobby): keep the party's loadouts in the session", "services/lobby/lib/lobby/session.ex", "-    |> Map.take([:player, :party])\n+    |> Map.take([:player, :party, :loadout])", ("lobby", "16:48"), decoy=True)
    c.commit("18:41", "perf(lobby): larger pool for Redix", "services/lobby/config/runtime.exs", "-  pool_size: 20\n+  pool_size: 30", ("lobby", "19:12"), decoy=True)
    c.commit("18:55", "fix(gateway): give up on the lobby after 2s", "services/gateway/internal/lobby/client.go", "-\tconst timeout = 5 * time.Second\n+\tconst timeout = 2 * time.Second", ("gateway", "19:20"), decoy=True)
    c.commit("17:05", "terraform: tags for cost centres", "infra/modules/cache/tags.tf", "+  tags = merge(var.tags, { cost-centre = var.cost_centre })", ("session-cache", "17:30"), decoy=True)
    c.harmless(16)
    c.flag("16:50", "loadout_in_session", "lobby", "0%->20%")
    c.log("session-cache", "info", "2026-09-24T19:41:00Z", "memory 12288 of 12288 MiB, evicting 402 keys/s, 391000 players online", {"component": "exporter"})
    c.log("session-cache", "info", "13:05:00", "memory 12288 of 12288 MiB, evicting 96 keys/s", {"component": "exporter"})
    c.log("session-cache", "info", "14:07:50", "replication group sessions was replaced: available, empty", {"component": "elasticache"})
    for at, mib in (("15:05:00", 2380), ("16:35:00", 5670), ("17:35:00", 7870), ("18:35:00", 10060), ("19:35:00", 12251)):
        c.log("session-cache", "info", at, f"memory {mib} of 12288 MiB, evicting 0 keys/s", {"component": "exporter"})
    c.lines("lobby", "info", "session of {id} stored bytes={n}", every=420, end="19:36", n=(900, 2300))
    c.lines("lobby", "error", "** (Redix.Error) OOM command not allowed when used memory > 'maxmemory'. SET sess:{id}", "19:37", every=35)
    c.lines("lobby", "info", "session of {id} read from cache", every=500)
    c.lines("gateway", "error", "POST /lobby/join 502 {ms}ms trace_id={trace}", "19:38", every=50, ms=(6, 20))
    c.lines("game-client", "error", "could not join: 502 trace_id={trace}", "19:39", every=80)
    c.trace("19:50:00", [(0, "gateway", "POST /lobby/join", 14, "502"), (1, "lobby", "join", 9, "OOM command not allowed"), (2, "session-cache", "SET", 1, "OOM")])
    c.trace("18:10:00", [(0, "gateway", "POST /lobby/join", 31), (1, "lobby", "join", 24), (2, "session-cache", "SET", 1)])
    c.alert("LobbyErrors", "lobby", "http_5xx_ratio", 0.05, "19:52", "players cannot join a lobby")
    c.expect("configuration_error", culprit, "session-cache", ["lobby", "gateway", "game-client"], "config-revert",
             "Moving the cache into the common module gave it default.redis7 and lost allkeys-lru. It was replaced by an empty one at 14:07, so the difference shows only when it is full at 19:36: nothing is evicted and every write is refused. "
             "The old one was always full and evicted, yesterday with as many players; it fills at one slope, before and after loadouts were stored.", ["maxmemory-policy", "evict"], "hard")
    return c


def compression_by_default(name):
    c = Patched(name, "2026-09-26", "08:00", "12:02", {"chat": "ts", "gateway": "go", "moderation": "py", "presence": "rust"}, every=3)
    c.climb("memory_working_set_mib", "chat", 610, 3020, "09:16", "11:24", noise=0.02)
    c.climb("cpu_utilization", "chat", 0.22, 0.94, "09:16", "11:24")
    c.climb("open_connections", "chat", 24000, 41000, "08:30", "11:20", noise=0.01)
    c.climb("messages_per_second", "chat", 410, 720, "08:30", "11:20")
    c.climb("event_loop_lag_p99_ms", "chat", 6, 940, "10:20", "11:36")
    c.step("http_5xx_ratio", "gateway", 0.001, 0.07, "11:30", 8)
    c.climb("egress_bytes_per_second", "chat", 9.1e6, 5.2e6, "09:16", "09:50")
    c.steady("latency_p99_ms", "moderation", 38)
    c.steady("latency_p99_ms", "presence", 4)
    culprit = c.commit("08:21", "fix(deps): update dependency framesocket to v8", ["services/chat/package.json", "services/chat/package-lock.json"], """
--- a/services/chat/package.json
+++ b/services/chat/package.json
@@ -17,3 +17,3 @@
     "fastify": "4.28.1",
-    "framesocket": "7.5.10",
+    "framesocket": "8.0.2",
     "pino": "9.3.2",
--- a/services/chat/package-lock.json
+++ b/services/chat/package-lock.json
@@ -811,4 +811,4 @@
     "node_modules/framesocket": {
-      "version": "7.5.10",
+      "version": "8.0.2",
""", ("chat", "09:14"))
    c.commit("10:36", "feat(chat): remember the last 50 messages of a channel", "services/chat/src/history.ts", "+const history = new Map<string, Message[]>();\n+export const remember = (m: Message) => {\n+  const kept = history.get(m.channel) ?? [];\n+  history.set(m.channel, [...kept.slice(-49), m]);\n+};", ("chat", "11:09"), decoy=True)
    c.commit("09:50", "perf(moderation): score messages in batches of 32", "services/moderation/app/score.py", "-    return [model.score(m) for m in messages]\n+    return model.score_batch(messages, size=32)", ("moderation", "10:12"), decoy=True)
    c.commit("10:40", "chore(gateway): idle websocket timeout 60s to 120s", "services/gateway/internal/ws/proxy.go", "-const idle = 60 * time.Second\n+const idle = 120 * time.Second", ("gateway", "11:02"), decoy=True)
    c.commit("08:35", "chore(deps): update dependency pino-pretty to v11", ["services/chat/package.json", "services/chat/package-lock.json"], "-    \"pino-pretty\": \"10.3.1\",\n+    \"pino-pretty\": \"11.2.2\",")
    c.harmless(17)
    c.flag("11:10", "channel_history", "chat", "0%->5%")
    c.log("chat", "info", "2026-09-20T11:20:00Z", "42600 connections, 1044 MiB, compression=off")
    c.log("chat", "info", "08:02:11", "framesocket 7.5.10 listening, perMessageDeflate=false")
    c.log("chat", "info", "09:14:40", "framesocket 8.0.2 listening, perMessageDeflate=true level=6 contextTakeover=both")
    for at, n, mib in (("08:40:00", 24600, 618), ("09:40:00", 28900, 1060), ("10:20:00", 34100, 1810), ("11:00:00", 39100, 2570), ("11:30:00", 41000, 3025)):
        c.log("chat", "info", at, f"{n} connections, {mib} MiB, heap 2{n % 90 + 10} MiB, external {mib - 340} MiB")
    c.lines("chat", "info", "channel {id}: delivered to {n} members in {ms}ms", every=240, end="10:40", n=(20, 300), ms=(2, 9))
    c.lines("chat", "warn", "event loop blocked for {ms}ms", "10:50", every=90, ms=(210, 1100))
    c.lines("chat", "info", "channel {id}: delivered to {n} members in {ms}ms", "11:00", every=160, n=(20, 300), ms=(310, 1900))
    c.lines("gateway", "error", "GET /chat 502 upgrade timed out trace_id={trace}", "11:31", every=60)
    c.lines("presence", "info", "{n} players online", every=900, n=(300000, 380000))
    c.trace("11:40:00", [(0, "gateway", "GET /chat", 5000, "upgrade timed out"), (1, "chat", "upgrade", 4900)])
    c.trace("08:50:00", [(0, "gateway", "GET /chat", 12), (1, "chat", "upgrade", 5)])
    c.alert("ChatSlow", "chat", "event_loop_lag_p99_ms", 500, "11:42", "chat messages arrive late")
    c.expect("configuration_error", culprit, "chat", ["gateway"], "rollback",
             "framesocket 8 compresses every message of every connection by default (perMessageDeflate=true, level 6); memory outside the heap and CPU grow with the connections since the new pods at 09:14, and traffic out has halved. "
             "On the 20th more connections took a third of the memory. The history of channels came two hours later, for 5%, and would be heap.", ["framesocket", "compress"], "hard")
    return c


CASES = {"game-04": everyone_refills, "game-05": parameters_by_default, "game-06": compression_by_default}
