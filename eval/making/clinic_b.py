"""A hospital's platform: addresses that are all the same, an index that is gone, names that are kept."""
from .patched import Patched


def everyone_is_the_balancer(name):
    c = Patched(name, "2026-10-19", "03:00", "07:18", {"edge": "nginx", "patient-portal": "ts", "records": "kt", "appointments": "java"}, every=4)
    c.climb("http_429_ratio", "edge", 0.0006, 0.77, "06:27", "07:02")
    c.climb("requests_per_second", "edge", 31, 430, "06:18", "07:02")
    c.climb("requests_per_second", "records", 18, 58, "06:18", "06:28")
    c.climb("requests_per_second", "appointments", 9, 38, "06:18", "06:28")
    c.steady("http_5xx_ratio", "records", 0.0004)
    c.steady("http_5xx_ratio", "edge", 0.0006)
    c.steady("latency_p99_ms", "records", 88)
    c.climb("sign_in_failures_per_minute", "patient-portal", 1, 410, "06:30", "07:05")
    culprit = c.commit("2026-10-17T10:12:55Z", "chore(edge): remove settings of the old load balancer", "edge/nginx/nginx.conf", """
--- a/edge/nginx/nginx.conf
+++ b/edge/nginx/nginx.conf
@@ -14,13 +14,9 @@ http {
-    # lb-old, until the move in spring
-    set_real_ip_from 10.0.0.0/16;
-    real_ip_header X-Forwarded-For;
-    proxy_buffer_size 4k;
-
     limit_req_zone $binary_remote_addr zone=clients:20m rate=50r/s;
     limit_req_status 429;

     server {
         listen 443 ssl;
-        # proxy_protocol of lb-old
         limit_req zone=clients burst=200 nodelay;
""", ("edge", "2026-10-17T20:00:21Z"))
    c.commit("04:10", "feat(patient-portal): read laboratory values every 10 seconds while a page is open", "services/patient-portal/src/Labs.tsx", "-const every = 30_000;\n+const every = flag(\"labs_every_10s\") ? 10_000 : 30_000;", ("patient-portal", "06:21"), decoy=True)
    c.commit("04:31", "feat(edge): a page that says sorry for 429", ["edge/nginx/errors.conf", "edge/nginx/429.html"], "+error_page 429 /429.html;", ("edge", "06:40"), decoy=True)
    c.commit("04:02", "perf(records): limit of concurrent exports 20 to 4", "services/records/src/main/kotlin/clinic/Exports.kt", "-    val gate = Semaphore(20)\n+    val gate = Semaphore(4)", ("records", "05:48"), decoy=True)
    c.commit("2026-10-17T09:31:00Z", "revert: sticky sessions for the portal", "deploy/edge/ingress.yaml", "-    sticky: cookie", ("edge", "2026-10-17T09:50:00Z"), decoy=True)
    c.harmless(16)
    c.flag("06:21", "labs_every_10s", "patient-portal", "0%->1%")
    c.log("edge", "info", "2026-10-12T06:50:00Z", "203.0.113.77 \"GET /records/labs\" 200 rt=0.041 total this second 441")
    c.lines("edge", "info", "{ip} \"GET /records/{id}\" 200 rt=0.0{ms}", every=220, ip=["10.0.4.11", "10.0.4.12"], ms=(20, 88))
    c.lines("edge", "error", "limiting requests, excess: 200.{n} by zone \"clients\", client: {ip}, server: portal.clinic.example, xff: \"{a}.{b}.{n}.{b}\"", "06:30", every=40, n=(1, 250), a=(31, 91), b=(1, 250), ip=["10.0.4.11", "10.0.4.12"])
    c.lines("edge", "warn", "{ip} \"POST /sign-in\" 429 rt=-", "06:32", every=70, ip=["10.0.4.11", "10.0.4.12"])
    c.lines("patient-portal", "error", "sign-in failed: 429 trace_id={trace}", "06:32", every=70)
    c.lines("records", "info", "labs of {id}: {n} values {ms}ms", every=260, n=(3, 90), ms=(12, 80))
    c.lines("appointments", "info", "free slots for {n} listed", every=400, n=(100, 999))
    c.trace("06:58:00", [(0, "patient-portal", "GET /records/labs", 3, "429"), (1, "edge", "GET /records/labs", 1, "429")])
    c.trace("05:40:00", [(0, "patient-portal", "GET /records/labs", 61), (1, "edge", "GET /records/labs", 55), (2, "records", "labs", 44)])
    c.alert("PortalRefusesPatients", "edge", "http_429_ratio", 0.1, "06:50", "most requests of the portal are answered with 429")
    c.expect("configuration_error", culprit, "edge", ["patient-portal"], "config-revert",
             "Without set_real_ip_from and real_ip_header nginx takes the two addresses of the load balancer for its clients, so all patients share twice 50 requests a second. Saturday evening and Sunday stay below that, Monday morning does not; a week ago as many came and "
             "none were limited. Services behind are idle; the page for 429 and the portal's 1% are later or too small.", ["real_ip", "limit"], "hard")
    return c


def index_not_recreated(name):
    c = Patched(name, "2026-10-21", "09:00", "11:42", {"imaging": "py", "imaging-db": "postgres", "viewer": "ts", "worklist": "cs"}, every=2)
    c.step("latency_p99_ms", "worklist", 120, 8700, "10:32", 5)
    c.step("latency_p99_ms", "imaging", 64, 8200, "10:31", 4)
    c.step("http_5xx_ratio", "worklist", 0.0007, 0.21, "10:33", 5)
    c.step("http_5xx_ratio", "viewer", 0.001, 0.09, "10:34", 5)
    c.step("db_cpu_utilization", "imaging-db", 0.21, 0.97, "10:31", 3)
    c.step("rows_read_per_second", "imaging-db", 9100, 8.4e6, "10:31", 2)
    c.step("requests_per_second", "imaging", 88, 31, "10:12", 4)
    c.step("requests_per_second", "worklist", 24, 31, "10:20", 4)
    c.steady("cpu_utilization", "imaging", 0.22)
    culprit = c.commit("09:48", "imaging: call it accession, as everybody does", ["services/imaging/imaging/models.py", "services/imaging/imaging/migrations/0062_accession.py", "services/imaging/imaging/views.py"], """
--- a/services/imaging/imaging/models.py
+++ b/services/imaging/imaging/models.py
@@ -33,6 +33,6 @@ class Study(models.Model):
     uid = models.CharField(max_length=64, unique=True)
-    order_number = models.CharField(max_length=24, db_index=True)
+    accession = models.CharField(max_length=24)
     modality = models.CharField(max_length=8)
--- a/services/imaging/imaging/migrations/0062_accession.py
+++ b/services/imaging/imaging/migrations/0062_accession.py
@@ -0,0 +1,13 @@
+class Migration(migrations.Migration):
+    dependencies = [("imaging", "0061_series_size")]
+    operations = [
+        migrations.RenameField("study", "order_number", "accession"),
+        migrations.AlterField("study", "accession", models.CharField(max_length=24)),
+    ]
--- a/services/imaging/imaging/views.py
+++ b/services/imaging/imaging/views.py
@@ -51,1 +51,1 @@
-    studies = Study.objects.filter(order_number__in=numbers)
+    studies = Study.objects.filter(accession__in=numbers)
""", ("imaging", "10:29"))
    c.commit("09:55", "feat(worklist): ask for the studies of a whole ward at once", "services/worklist/src/Studies.cs",
             "--- a/services/worklist/src/Studies.cs\n+++ b/services/worklist/src/Studies.cs\n@@ -14,4 +14,3 @@\n-        foreach (var order in orders)\n-            studies.AddRange(await imaging.Studies([order.Number], cancel));\n+        foreach (var part in orders.Chunk(50))\n+            studies.AddRange(await imaging.Studies(part.Select(o => o.Number), cancel));", ("worklist", "10:11"), decoy=True)
    c.commit("10:06", "chore(imaging-db): autovacuum more often on studies", "db/imaging/tables.sql", "+ALTER TABLE imaging_study SET (autovacuum_vacuum_scale_factor = 0.02);", ("imaging-db", "10:26"), decoy=True)
    c.commit("10:10", "feat(viewer): fetch the studies of before as well", "services/viewer/src/priors.ts", "+const priors = await api.studies(patient, { before: study.date, limit: 5 });", ("viewer", "10:36"), decoy=True)
    c.commit("09:20", "refactor(imaging): connection settings from the environment", "services/imaging/imaging/settings.py", "-    \"CONN_MAX_AGE\": 60,\n+    \"CONN_MAX_AGE\": int(env(\"CONN_MAX_AGE\", \"60\")),", ("imaging", "09:37"), decoy=True)
    c.harmless(15)
    c.flag("10:36", "priors", "viewer", "0%->5%")
    c.log("imaging-db", "info", "10:26:40", "automatic vacuum of table \"imaging.imaging_study\": removed 4120 rows, 11200431 remain, elapsed 41 s")
    c.log("imaging", "info", "10:29:30", "Applying imaging.0062_accession... OK")
    c.lines("imaging", "info", "GET /studies?numbers=50 200 {ms}ms", every=150, end="10:29", ms=(18, 60))
    c.lines("imaging", "warn", "GET /studies?numbers={n} 200 {ms}ms", "10:31", every=60, n=[1, 4, 50], ms=(5100, 8900))
    c.lines("imaging", "info", "GET /studies/{id} 200 {ms}ms by uid", every=200, ms=(4, 14))
    c.lines("imaging-db", "warn", "duration: {ms} ms  statement: SELECT * FROM imaging_study WHERE accession IN (...)  plan: Parallel Seq Scan on imaging_study rows=11200431", "10:31", every=45, ms=(4800, 8600))
    c.lines("worklist", "error", "imaging did not answer within 8s ward={w} trace_id={trace}", "10:33", every=45, w=(1, 30))
    c.lines("viewer", "error", "worklist 502 trace_id={trace}", "10:35", every=70)
    c.trace("10:45:00", [(0, "viewer", "GET /worklist", 8040, "502"), (1, "worklist", "list", 8010, "timeout"), (2, "imaging", "GET /studies", 8000), (3, "imaging-db", "SELECT imaging_study", 7960)])
    c.trace("10:20:00", [(0, "viewer", "GET /worklist", 130), (1, "worklist", "list", 116), (2, "imaging", "GET /studies", 41, None, {"numbers": 50}), (3, "imaging-db", "SELECT imaging_study", 9)])
    c.alert("WorklistSlow", "worklist", "latency_p99_ms", 2000, "10:44", "worklists of radiology take eight seconds")
    c.expect("code_defect", culprit, "imaging", ["imaging-db", "worklist", "viewer"], "roll-forward",
             "With the new name the field lost db_index, and the migration's AlterField dropped the index: every search by accession reads all eleven million rows. By uid it is as quick as ever. Asking for 50 at once was quick for twenty minutes before, and vacuum and priors do not "
             "change plans.", ["index", "accession"], "medium")
    return c


def names_kept_for_ever(name):
    c = Patched(name, "2026-10-23", "06:00", "15:34", {"bed-board": "ts", "admissions": "java", "ward-app": "ts", "monitors-link": "go"}, every=6)
    born = c.minute("2026-10-22T21:00:00Z")

    c.shape("memory_working_set_mib", "service=bed-board", lambda m: 182 + (m - born) * 1.62, 0.004)
    c.steady("memory_limit_mib", "bed-board", 2048, 0)
    c.steady("restarts_total", "bed-board", 0, 0)
    c.climb("latency_p99_ms", "bed-board", 44, 6100, "12:40", "15:30")
    c.climb("http_5xx_ratio", "ward-app", 0.0008, 0.09, "14:10", "15:30")
    c.climb("gc_pause_p99_ms", "bed-board", 12, 1900, "12:30", "15:30")
    c.steady("open_connections", "bed-board", 640, 0.03)
    c.steady("updates_per_second", "monitors-link", 118)
    c.steady("requests_per_second", "admissions", 14)
    culprit = c.commit("2026-10-22T15:48:27Z", "bed-board: small things from the review", ["services/bed-board/src/feed.ts", "services/bed-board/src/names.ts"], """
--- a/services/bed-board/src/names.ts
+++ b/services/bed-board/src/names.ts
@@ -1,9 +1,11 @@
-import { LRUCache } from "lru-cache";
-
-const names = new LRUCache<string, string>({ max: 5000 });
+/** Names by the event they came with, so that an update does not ask twice. */
+const names = new Map<string, Promise<Name>>();

-export async function nameOf(e: Update): Promise<string> {
-  return names.get(e.bed) ?? names.set(e.bed, await api.name(e.bed)).get(e.bed)!;
+export function nameOf(e: Update): Promise<Name> {
+  const key = `${e.bed}/${e.sequence}`;
+  if (!names.has(key)) names.set(key, lookup(e));
+  return names.get(key)!;
 }
--- a/services/bed-board/src/feed.ts
+++ b/services/bed-board/src/feed.ts
@@ -30,1 +30,1 @@
-    row.name = await nameOf(update);
+    row.name = (await nameOf(update)).display;
""", ("bed-board", "2026-10-22T21:00:09Z"))
    c.commit("13:40", "perf(bed-board): keep the last picture of a ward for new viewers", "services/bed-board/src/snapshot.ts", "+const last = new Map<WardId, Snapshot>();\n+export const keep = (s: Snapshot) => last.set(s.ward, s);", decoy=True)
    c.commit("12:50", "feat(monitors-link): send alarms with priority", "services/monitors-link/internal/send/send.go", "+\tmsg.Priority = priority(msg.Alarm)", ("monitors-link", "13:31"), decoy=True)
    c.commit("14:20", "chore(ward-app): reconnect after 1 s instead of 3 s", "services/ward-app/src/socket.ts", "-const again = 3000;\n+const again = 1000;", ("ward-app", "14:38"), decoy=True)
    c.commit("12:55", "fix(admissions): transfers within a ward", "services/admissions/src/main/java/clinic/Transfers.java", "-    if (from.ward().equals(to.ward())) return;\n+    if (from.bed().equals(to.bed())) return;", ("admissions", "15:22"), decoy=True)
    c.commit("2026-10-22T10:04:00Z", "chore(bed-board): memory limit 1Gi to 2Gi", "deploy/bed-board/values.yaml", "-    memory: 1Gi\n+    memory: 2Gi", ("bed-board", "2026-10-22T21:00:09Z"), decoy=True)
    c.harmless(16)
    c.flag("13:32", "alarm_priority", "monitors-link", "0%->100%")
    c.log("bed-board", "info", "2026-10-22T20:30:00Z", "up 9d, rss 181 MiB, 640 viewers, 118 updates/s, names 1180")
    for at, mib, n in (("06:00:00", 1056, 3.8), ("08:00:00", 1250, 4.7), ("10:00:00", 1445, 5.5), ("12:00:00", 1640, 6.4), ("14:00:00", 1834, 7.2)):
        c.log("bed-board", "info", at, f"rss {mib} MiB, 640 viewers, 118 updates/s, names {int(n * 1e6)}")
    c.lines("bed-board", "warn", "garbage collection took {ms}ms, {n} MiB were freed", "12:40", every=400, ms=(400, 2100), n=(2, 9))
    c.lines("ward-app", "error", "board did not answer within 5s, trying again trace_id={trace}", "14:10", every=300)
    c.lines("monitors-link", "info", "{n} updates sent", every=1800, n=(6900, 7200))
    c.lines("admissions", "info", "bed {n} occupied", every=2400, n=(100, 900))
    c.trace("15:30:00", [(0, "ward-app", "GET /board", 2100), (1, "bed-board", "render ward", 2080)])
    c.trace("06:30:00", [(0, "ward-app", "GET /board", 38), (1, "bed-board", "render ward", 30)])
    c.alert("BedBoardSlow", "bed-board", "latency_p99_ms", 4000, "15:04", "the bed board takes seconds", "warning")
    c.expect("code_defect", culprit, "bed-board", ["ward-app"], "rollback",
             "Names are kept in a map by bed and sequence number, so every update adds an entry that nothing removes: nearly eight million after eighteen hours at the usual 118 updates a second, where the LRU cache had one per bed. It has 60 MiB left, "
             "the collector finds nothing to free and stops the process for seconds. Memory climbs in one line since 21:00 yesterday; the deploys of the afternoon are elsewhere, the snapshot of a ward is not deployed, and the limit is higher than it was.", ["map", "memory"], "hard")
    return c


CASES = {"clinic-04": everyone_is_the_balancer, "clinic-05": index_not_recreated, "clinic-06": names_kept_for_ever}
