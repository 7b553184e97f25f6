"""A company that keeps other people's logs: sizes, levels, days, and what others send."""
from .service import Service


def body_size(name):
    c = Service(name, "2026-08-14", "08:40", "10:06", {"edge": "nginx", "ingest": "go", "agent": "rust", "query-api": "java"})
    c.step("http_4xx_ratio", "edge", 0.006, 0.36, "09:49", 2)
    c.step("events_per_second", "ingest", 20900, 6100, "09:49", 2)
    c.steady("http_4xx_ratio", "ingest", 0.004)
    c.steady("http_5xx_ratio", "ingest", 0.0004)
    c.climb("agent_buffer_used_ratio", "agent", 0.04, 0.71, "09:49", "10:06")
    c.steady("requests_per_second", "edge", 910)
    culprit = c.commit("09:26", "chore(edge): one server block per host", ["edge/nginx/conf.d/all.conf", "edge/nginx/conf.d/ingest.conf", "edge/nginx/conf.d/console.conf"], """
--- a/edge/nginx/conf.d/all.conf
+++ /dev/null
@@ -1,12 +0,0 @@
-client_max_body_size 16m;
-server {
-    server_name in.logs.example;
-    location / { proxy_pass http://ingest; }
-}
-server {
-    server_name console.logs.example;
-    location / { proxy_pass http://console; }
-}
--- /dev/null
+++ b/edge/nginx/conf.d/ingest.conf
@@ -0,0 +1,4 @@
+server {
+    server_name in.logs.example;
+    location / { proxy_pass http://ingest; }
+}
--- /dev/null
+++ b/edge/nginx/conf.d/console.conf
@@ -0,0 +1,4 @@
+server {
+    server_name console.logs.example;
+    location / { proxy_pass http://console; }
+}
""", ("edge", "09:48"))
    c.commit("09:30", "feat(ingest): refuse events without a time", "services/ingest/validate.go", "+\tif ev.Time.IsZero() {\n+\t\treturn ErrNoTime // 422\n+\t}", ("ingest", "09:41"), decoy=True)
    c.commit("09:22", "feat(agent): zstd instead of gzip", "services/agent/src/compress.rs", "-    GzEncoder::new(out, Compression::fast())\n+    zstd::Encoder::new(out, 3)?", decoy=True)
    c.commit("09:35", "chore(edge): log the host", "edge/nginx/nginx.conf", "-  log_format main '$remote_addr $request $status';\n+  log_format main '$remote_addr $host $request $status';", ("edge", "09:52"), decoy=True)
    c.harmless(13)
    c.flag("09:42", "require_event_time", "ingest", "0%->1%")
    c.lines("ingest", "info", "accepted batch events={n} bytes={b} trace_id={trace}", every=60, end="09:48", n=(50, 9000), b=(20000, 9800000))
    c.lines("ingest", "info", "accepted batch events={n} bytes={b} trace_id={trace}", "09:48", every=60, n=(50, 700), b=(20000, 990000))
    c.lines("edge", "error", "client intended to send too large body: {b} bytes, host: \"in.logs.example\", request: \"POST /v1/batch HTTP/1.1\"", "09:49", every=20, b=(1100000, 9900000))
    c.lines("agent", "warn", "batch refused with 413, keeping it version={v}", "09:49", every=30, v=["3.1.0", "3.1.2", "2.9.8"])
    c.lines("query-api", "info", "query done took_ms={ms}", every=100, ms=(60, 390))
    c.trace("09:55:00", [(0, "agent", "POST /v1/batch", 30, "413"), (1, "edge", "POST /v1/batch", 2, "413")])
    c.trace("09:20:00", [(0, "agent", "POST /v1/batch", 240), (1, "edge", "POST /v1/batch", 230), (2, "ingest", "batch", 120)])
    c.alert("IngestDropped", "ingest", "events_per_second", 15000, "09:53", "much less arrives than usual", below=True)
    c.expect("configuration_error", culprit, "edge", ["ingest", "agent"], "config-revert",
             "Dividing the file lost client_max_body_size, so nginx's default of 1 MB holds and bigger batches are refused with 413 before ingest sees them. Agents of all released versions suffer (zstd is in none of them); events without a time would be 422.",
             ["client_max_body_size"], "easy")
    return c


def compression_level(name):
    c = Service(name, "2026-08-17", "10:00", "11:34", {"archive": "cs", "ingest": "go", "store": "rust"})
    c.step("cpu_utilization", "archive", 0.31, 0.99, "11:07", 2, noise=0.01)
    c.step("compress_ms_per_mib", "archive", 9, 121, "11:07", 1)
    c.step("bytes_archived_per_second", "archive", 61e6, 12e6, "11:07", 2)
    c.climb("backlog_segments", "archive", 4, 2900, "11:08", "11:34")
    c.steady("bytes_in_per_second", "archive", 61e6)
    c.climb("disk_used_ratio", "store", 0.58, 0.83, "11:08", "11:34", noise=0.005)
    culprit = c.commit("10:44", "chore(archive): save storage", "services/archive/src/SegmentWriter.cs", """
--- a/services/archive/src/SegmentWriter.cs
+++ b/services/archive/src/SegmentWriter.cs
@@ -21,3 +21,3 @@
-        await using var packed = new BrotliStream(target, CompressionLevel.Fastest);
+        await using var packed = new BrotliStream(target, CompressionLevel.SmallestSize);
         await segment.CopyToAsync(packed, cancel);
""", ("archive", "11:05"))
    c.commit("10:50", "feat(archive): checksum beside every object", ["services/archive/src/Checksum.cs", "services/archive/src/Upload.cs"], "+    public static string Of(ReadOnlySpan<byte> data) => Convert.ToHexString(XxHash3.Hash(data));\n@@ services/archive/src/Upload.cs @@\n+        request.Metadata[\"x-checksum\"] = Checksum.Of(bytes);", ("archive", "10:53"), decoy=True)
    c.commit("10:55", "perf(store): hand over segments earlier", "services/store/src/seal.rs", "-    if self.age() > Duration::from_secs(600) {\n+    if self.age() > Duration::from_secs(540) {", ("store", "11:10"), decoy=True)
    c.commit("10:41", "chore(ingest): two more partitions", "services/ingest/config.yaml", "-partitions: 30\n+partitions: 32", ("ingest", "10:58"), decoy=True)
    c.harmless(13)
    c.flag("11:10", "early_seal", "store", "off->on")
    c.lines("archive", "info", "segment {id} packed mib={m} took_ms={ms} ratio=0.2{n}", every=70, end="11:06", m=(60, 64), ms=(520, 590), n=(1, 3))
    c.lines("archive", "info", "segment {id} packed mib={m} took_ms={ms} ratio=0.1{n}", "11:07", every=50, m=(60, 64), ms=(7300, 7800), n=(5, 6))
    c.lines("archive", "warn", "{n} segments wait to be archived", "11:10", every=50, n=(300, 2900))
    c.lines("store", "warn", "keeping segment {id}: not archived yet", "11:12", every=60)
    c.lines("ingest", "info", "accepted batch events={n}", every=100, n=(200, 900))
    c.trace("11:20:00", [(0, "archive", "archive segment", 7900), (1, "archive", "pack", 7500), (1, "archive", "PUT object", 310)])
    c.trace("10:20:00", [(0, "archive", "archive segment", 900), (1, "archive", "pack", 550), (1, "archive", "PUT object", 320)])
    c.alert("ArchiveBacklog", "archive", "backlog_segments", 500, "11:16", "segments wait to be archived")
    c.expect("code_defect", culprit, "archive", ["store"], "rollback",
             "Packing at the smallest size costs thirteen times the CPU per MiB; the archive does a fifth of what comes in. What comes in is the same, uploads are as quick, and the checksum had cost nothing for twelve minutes.", ["Compression"], "medium")
    return c


def days_became_hours(name):
    c = Service(name, "2026-08-18", "12:00", "13:41", {"retention": "rust", "query-api": "java", "console": "ts"})
    c.step("query_empty_ratio", "query-api", 0.08, 0.57, "13:07", 5)
    c.step("segments_deleted_per_minute", "retention", 42, 31000, "13:04", 1)
    c.shape("stored_bytes", "service=retention", lambda m: 91e12 if m < 64 else 91e12 - 88e12 * min(1, (m - 64) / 14), 0.002)
    c.steady("http_5xx_ratio", "query-api", 0.0004)
    c.steady("requests_per_second", "query-api", 64)
    culprit = c.commit("12:36", "refactor(retention): chrono instead of time", ["services/retention/src/rules.rs", "services/retention/Cargo.toml"], """
--- a/services/retention/src/rules.rs
+++ b/services/retention/src/rules.rs
@@ -1,14 +1,14 @@
-use time::{Duration, OffsetDateTime};
+use chrono::{DateTime, TimeDelta, Utc};

 pub struct Rule {
     pub keep_days: i64,
 }

 impl Rule {
-    pub fn expired(&self, sealed: OffsetDateTime, now: OffsetDateTime) -> bool {
-        now - sealed > Duration::days(self.keep_days)
+    pub fn expired(&self, sealed: DateTime<Utc>, now: DateTime<Utc>) -> bool {
+        now - sealed > TimeDelta::hours(self.keep_days)
     }
 }
""", ("retention", "13:02"))
    c.commit("12:40", "feat(query-api): say when a search had no result", "services/query-api/src/main/java/logs/Answer.java", "+  boolean empty() { return rows.isEmpty(); }", ("query-api", "12:55"), decoy=True)
    c.commit("12:45", "perf(query-api): skip segments by their bloom filter", "services/query-api/src/main/java/logs/Plan.java",
             "--- a/services/query-api/src/main/java/logs/Plan.java\n+++ b/services/query-api/src/main/java/logs/Plan.java\n@@ -31,2 +31,3 @@\n     for (var segment : segments)\n+      if (filter.terms().stream().allMatch(segment.bloom()::mightContain))\n       plan.add(segment);", ("query-api", "12:50"), decoy=True)
    c.commit("12:52", "feat(console): suggest a longer range when nothing is found", "services/console/src/Empty.tsx", "+<Suggest range={double(range)} />", ("console", "13:05"), decoy=True)
    c.harmless(13)
    c.flag("13:05", "suggest_range", "console", "off->on")
    c.lines("retention", "info", "tenant {n}: {k} segments expired keep_days=30", every=160, end="13:02", n=(1, 400), k=(0, 3))
    c.lines("retention", "info", "tenant {n}: {k} segments expired keep_days=30 oldest_kept={h}h", "13:04", every=45, n=(1, 400), k=(400, 2200), h=[29, 29, 30])
    c.lines("query-api", "info", "query done rows={r} from={d}h ago trace_id={trace}", every=80, r=(1, 900), d=(1, 24))
    c.lines("query-api", "warn", "query found no segments for its range from={d}h ago trace_id={trace}", "13:07", every=30, d=(48, 700))
    c.lines("console", "info", "nothing found, suggesting a longer range", "13:08", every=60)
    c.trace("13:20:00", [(0, "console", "POST /search", 20), (1, "query-api", "query", 9, None, {"segments": 0, "range_hours": 168})])
    c.trace("12:10:00", [(0, "console", "POST /search", 240), (1, "query-api", "query", 210, None, {"segments": 38, "range_hours": 168})])
    c.alert("SearchesEmpty", "query-api", "query_empty_ratio", 0.25, "13:16", "most searches find nothing")
    c.expect("code_defect", culprit, "retention", ["query-api", "console"], "rollback",
             "Retention counts keep_days as hours since 13:02 and deletes everything older than 30 hours. Searches of the last day still find what they look for, through the bloom filters as well.", ["hours"], "medium")
    return c


def object_store_down(name):
    c = Service(name, "2026-08-19", "17:00", "18:19", {"archive": "cs", "query-api": "java", "ingest": "go", "console": "ts"})
    c.step("put_error_ratio", "archive", 0.0004, 0.87, "18:01", 2)
    c.step("get_error_ratio", "query-api", 0.0006, 0.64, "18:01", 2)
    c.step("http_5xx_ratio", "query-api", 0.001, 0.41, "18:02", 2)
    c.step("http_5xx_ratio", "console", 0.001, 0.22, "18:02", 2)
    c.steady("events_per_second", "ingest", 20900)
    c.steady("cpu_utilization", "archive", 0.3)
    c.climb("backlog_segments", "archive", 4, 410, "18:02", "18:19")
    c.commit("17:35", "refactor(archive): one client for all buckets", "services/archive/src/Buckets.cs", "-        var client = new ObjectClient(options.Region);\n+        var client = clients.Get(options.Region);", ("archive", "17:57"), decoy=True)
    c.commit("17:40", "chore(query-api): object client 2.25.10 to 2.25.11", "services/query-api/build.gradle", "-    implementation 'cloud.store:client:2.25.10'\n+    implementation 'cloud.store:client:2.25.11'", ("query-api", "17:46"), decoy=True)
    c.commit("17:44", "feat(console): download a search as CSV", "services/console/src/Csv.tsx", "+<a href={csv(query)} download>CSV</a>", ("console", "17:59"), decoy=True)
    c.harmless(13)
    c.flag("17:59", "csv_download", "console", "off->on")
    c.status("18:09", "status.cloud.example", "Object Store eu-central", "service_disruption", "Increased error rates for GET and PUT requests. We have identified a faulty component.")
    c.lines("archive", "info", "segment {id} stored took_ms={ms}", every=80, end="18:01", ms=(280, 420))
    c.lines("archive", "error", "PUT seg/{id}: 503 SlowDown/InternalError request_id={id} attempt={n} of 4", "18:01", every=25, n=(1, 4))
    c.lines("query-api", "error", "GET seg/{id}: 500 InternalError (store.eu-central.cloud.example) request_id={id} trace_id={trace}", "18:01", every=25)
    c.lines("console", "error", "search failed: query-api answered 502 trace_id={trace}", "18:02", every=35)
    c.lines("query-api", "info", "query done took_ms={ms} source=hot", every=80, ms=(40, 90))
    c.trace("18:08:00", [(0, "console", "POST /search", 900, "502"), (1, "query-api", "query", 880, "500 InternalError"), (2, "query-api", "GET store.eu-central.cloud.example", 260, "500", {"peer": "store.eu-central.cloud.example"})])
    c.trace("17:20:00", [(0, "console", "POST /search", 220), (1, "query-api", "query", 200), (2, "query-api", "GET store.eu-central.cloud.example", 40, None, {"peer": "store.eu-central.cloud.example"})])
    c.alert("QueriesFail", "query-api", "http_5xx_ratio", 0.05, "18:07", "searches fail")
    c.expect("external_provider", "none", "query-api", ["archive", "console"], "escalate-upstream",
             "The cloud's object store errs for reads and writes alike, for two services in two languages with two clients, from one minute on; hot data is searched as ever and the provider says so.", ["store"], "easy")
    return c


def times_from_the_future(name):
    c = Service(name, "2026-08-20", "06:30", "07:54", {"ingest": "go", "store": "rust", "query-api": "java"})
    c.climb("open_partitions", "store", 31, 4096, "07:22", "07:36", noise=0.005)
    c.climb("memory_working_set_mib", "store", 6100, 15900, "07:22", "07:38")
    c.step("http_5xx_ratio", "ingest", 0.0005, 0.38, "07:37", 2)
    c.steady("events_per_second", "ingest", 20700)
    c.step("events_outside_week_per_second", "ingest", 0.2, 64, "07:22", 1)
    c.steady("cpu_utilization", "ingest", 0.4)
    c.commit("06:44", "refactor(store): partitions in a tree map", "services/store/src/partitions.rs", "-    open: HashMap<Day, Partition>,\n+    open: BTreeMap<Day, Partition>,", ("store", "07:08"), decoy=True)
    c.commit("06:52", "feat(ingest): accept nanoseconds", "services/ingest/time.go",
             "--- a/services/ingest/time.go\n+++ b/services/ingest/time.go\n@@ -12,2 +12,5 @@ func parse(n int64) time.Time {\n+\tif n > 1e17 {\n+\t\treturn time.Unix(0, n)\n+\t}\n \treturn time.UnixMilli(n)", ("ingest", "07:15"), decoy=True)
    c.commit("06:58", "chore(store): memory 12Gi to 16Gi", "deploy/store/values.yaml", "-  limits: {memory: 12Gi}\n+  limits: {memory: 16Gi}", ("store", "07:08"), decoy=True)
    c.harmless(13)
    c.flag("07:16", "nanosecond_times", "ingest", "off->on")
    c.lines("ingest", "info", "accepted batch tenant={n} events={k}", every=60, n=(1, 400), k=(100, 900))
    c.lines("ingest", "warn", "event time is far from now tenant=288 agent=fleet-logger/0.4-custom sent=\"{y}-0{m}-1{d}T03:00:00Z\" raw=string", "07:22", every=20, y=(2031, 2097), m=(1, 9), d=(0, 9))
    c.lines("store", "info", "partition day={y}-0{m}-1{d} opened tenant=288", "07:22", every=25, y=(2031, 2097), m=(1, 9), d=(0, 9))
    c.lines("store", "error", "cannot open partition: limit of 4096 open partitions reached", "07:36", every=30)
    c.lines("ingest", "error", "write failed: store answered 507 tenant={n}", "07:37", every=25, n=(1, 400))
    c.lines("query-api", "info", "query done took_ms={ms}", every=110, ms=(60, 390))
    c.trace("07:45:00", [(0, "ingest", "batch", 30, "507"), (1, "store", "append", 2, "limit of 4096 open partitions reached")])
    c.trace("07:18:00", [(0, "ingest", "batch", 40, None, {"tenant": 12}), (1, "store", "append", 9)])
    c.alert("IngestErrors", "ingest", "http_5xx_ratio", 0.05, "07:43", "writes of all tenants fail")
    c.expect("data_quality", "none", "store", ["ingest"], "purge-bad-data",
             "Tenant 288's own agent sends written-out times up to the year 2097, and each day of them opens a partition until the limit. They are strings, so the reading of nanosecond numbers is not involved; no other tenant has such times. "
             "Kind of map and memory limit have no say in how many days are sent.", ["288"], "hard")
    return c


CASES = {"saas-05": body_size, "saas-06": compression_level, "saas-07": days_became_hours, "saas-08": object_store_down, "saas-09": times_from_the_future}
