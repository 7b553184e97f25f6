"""A media house: a cache whose entries all end together."""
from .service import Service


def lifetime_without_spread(name):
    c = Service(name, "2026-06-05", "10:30", "15:28", {"recs": "cs", "recs-db": "sql", "homepage": "ts", "profiles": "java"}, every=2)
    spikes = [c.minute(t) for t in ("12:08", "13:08", "14:08", "15:08")]
    def burst(low, high, since=0):
        return lambda m: next((low + (high - low) * k for s, k in zip(spikes, (0.45, 0.55, 0.75, 1.0)) if s <= m < s + 6), low)
    c.shape("cache_hit_ratio", "service=recs", lambda m: 0.31 if any(s <= m < s + 6 for s in spikes) else 0.97, 0.01)
    c.shape("db_queries_per_second", "service=recs-db", burst(120, 5200), 0.05)
    c.shape("http_p99_ms", "service=recs", burst(95, 6400), 0.06)
    c.shape("http_5xx_ratio", "service=homepage", burst(0.001, 0.24), 0.08)
    c.climb("requests_per_second", "recs", 610, 1240, "11:00", "15:28")
    c.steady("cache_evictions_per_second", "recs", 0, 0)
    culprit = c.commit("11:42", "refactor(recs): cache lifetime as a named constant", "services/recs/src/Cache/RowCache.cs", """
--- a/services/recs/src/Cache/RowCache.cs
+++ b/services/recs/src/Cache/RowCache.cs
@@ -11,14 +11,13 @@ internal sealed class RowCache(IDistributedCache cache)
 {
+    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);
+
     public Task Put(string key, Row row, CancellationToken cancel) =>
         cache.SetAsync(key, Bytes(row), new DistributedCacheEntryOptions
         {
-            AbsoluteExpirationRelativeToNow =
-                TimeSpan.FromMinutes(60 + Random.Shared.Next(-25, 26)),
+            AbsoluteExpirationRelativeToNow = Lifetime,
         }, cancel);
 }
""", ("recs", "12:06"))
    c.commit("14:40", "feat(recs): rows for guests", "services/recs/src/Rows/GuestRows.cs", "+    public IReadOnlyList<Row> For(Guest guest) => popular.In(guest.Country);", ("recs-guest", "15:01"), decoy=True)
    c.commit("14:36", "feat(homepage): lazy rows below the fold", "services/homepage/src/Rows.tsx", "-{rows.map(Row)}\n+{rows.map((r, i) => <Lazy key={r.id} eager={i < 4}><Row {...r} /></Lazy>)}", ("homepage", "15:02"), decoy=True)
    c.commit("13:20", "chore(recs-db): statement_timeout 10s", "infra/recs-db/parameters.tf", "-  statement_timeout = 0\n+  statement_timeout = 10000", ("infra", "13:41"), decoy=True)
    c.commit("11:20", "chore(recs): redis 7.2.4 to 7.2.5", "deploy/redis/values.yaml", "-  tag: 7.2.4\n+  tag: 7.2.5", ("redis", "12:06"), decoy=True)
    c.harmless(15)
    c.flag("15:02", "lazy_rows", "homepage", "0%->50%")
    c.log("redis", "info", "12:06:50", "Redis 7.2.5 started, database loaded: keys=0 (cache is not persisted)")
    c.log("redis", "info", "2026-05-12T09:14:00Z", "Redis 7.2.4 started, database loaded: keys=0 (cache is not persisted)")
    c.log("recs", "info", "2026-05-12T13:00:00Z", "cache report since 2026-05-12T09:30: hit ratio min 0.93 avg 0.96 per minute")
    c.lines("recs", "info", "home rows for profile {id} from cache", every=600)
    for start, end in (("12:08", "12:14"), ("13:08", "13:14"), ("14:08", "14:14"), ("15:08", "15:14")):
        c.lines("recs", "warn", "row {r} of segment {n} is not in the cache, computing", start, end, every=40, r=["trending", "because", "new"], n=(1, 900))
        c.lines("homepage", "error", "recs did not answer in time: 504 trace_id={trace}", start, end, every=60)
    c.lines("recs-db", "warn", "duration: {ms} ms statement: SELECT title FROM scores WHERE segment = $1 ORDER BY score DESC LIMIT 40", "15:08", "15:14", every=40, ms=(2100, 6200))
    c.trace("15:10:00", [(0, "homepage", "GET /home", 6100, "504"), (1, "recs", "Rows", 6050, "timeout"), (2, "recs", "cache GET", 1, None, {"hit": False}), (2, "recs-db", "SELECT scores", 5900)])
    c.trace("14:40:00", [(0, "homepage", "GET /home", 90), (1, "recs", "Rows", 40), (2, "recs", "cache GET", 1, None, {"hit": True})])
    c.alert("HomepageErrors", "homepage", "http_5xx_ratio", 0.05, "15:10", "the home page fails for a fifth of the visitors")
    c.expect("code_defect", culprit, "recs", ["homepage", "recs-db"], "rollback",
             "Every entry now lives exactly 60 minutes; the spread of 25 minutes is gone. What the cache, cold from a restart, learned at 12:08 ends at 13:08, 14:08 and 15:08, all at once, and the database has to compute everything again, more each time with the day's "
             "traffic. A restart of redis in May had no such echo. The deploys around 15:00 came after all bursts but the last.", ["60", "cache"], "hard")
    return c


CASES = {"media-05": lifetime_without_spread}
