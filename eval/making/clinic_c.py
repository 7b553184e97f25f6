"""A hospital's platform: certificates, partners, storage, and a ward that has moved."""
from .patched import Patched


def prescriptions_refused(name):
    c = Patched(name, "2026-10-27", "10:30", "12:41", {"prescriptions": "java", "hub-link": "go", "ward-app": "ts", "pharmacy": "py"})
    c.step("http_5xx_ratio", "prescriptions", 0.0011, 0.92, "12:00", 2)
    c.step("http_5xx_ratio", "ward-app", 0.0009, 0.14, "12:01", 3)
    c.step("hub_handshake_errors_per_minute", "hub-link", 0, 138, "12:00", 1)
    c.step("hub_connections_open", "hub-link", 24, 2, "12:00", 12)
    c.step("latency_p50_ms", "hub-link", 210, 34, "12:00", 1)
    c.shape("x509_seconds_left", "service=hub-link", lambda m: max(0.0, (90 - m) * 60), 0)
    c.shape("x509_seconds_left", "service=edge", lambda m: 4.1e6 - m * 60, 0)
    c.steady("requests_per_second", "prescriptions", 3.1)
    c.steady("cpu_utilization", "hub-link", 0.06)
    c.commit("10:52", "security(hub-link): TLS 1.3 only towards the hub", "services/hub-link/internal/hub/tls.go",
             "--- a/services/hub-link/internal/hub/tls.go\n+++ b/services/hub-link/internal/hub/tls.go\n@@ -16,3 +16,3 @@ func config(store Store) *tls.Config {\n-\t\tMinVersion:   tls.VersionTLS12,\n+\t\tMinVersion:   tls.VersionTLS13,\n \t\tCertificates: store.Client(),", ("hub-link", "11:34"), decoy=True)
    c.commit("11:05", "chore(certs): renew the certificates of the edge", "deploy/edge/certs.yaml", "-  secretName: edge-tls-2025\n+  secretName: edge-tls-2026", ("edge", "11:50"), decoy=True)
    c.commit("11:12", "feat(prescriptions): sign several at once", "services/prescriptions/src/main/java/clinic/Batch.java", "+  List<Signed> sign(List<Prescription> all) {\n+    return all.stream().map(signer::sign).toList();\n+  }", ("prescriptions", "11:55"), decoy=True)
    c.commit("10:40", "fix(pharmacy): trim the numbers of packages", "services/pharmacy/app/packages.py", "-    return value\n+    return value.strip()", ("pharmacy", "11:10"))
    c.harmless(17)
    c.flag("11:56", "sign_several", "prescriptions", "0%->10%")
    c.status("11:40", "status.rx-hub.example", "Prescription hub", "operational", "All systems are operational.")
    c.status("12:25", "status.rx-hub.example", "Prescription hub", "operational", "All systems are operational. 41200 prescriptions in the last half hour.")
    c.log("hub-link", "info", "11:34:40", "started, TLS min=1.3, client certificate subject=\"CN=clinic-0417 prescriptions\" serial=5e:90:11")
    c.log("hub-link", "info", "11:34:41", "handshake with hub.rx-hub.example ok version=TLS1.3 cipher=TLS_AES_256_GCM_SHA384")
    c.lines("hub-link", "info", "POST /prescriptions 201 {ms}ms", every=90, end="12:00", ms=(160, 280))
    c.lines("hub-link", "info", "handshake with hub.rx-hub.example ok version=TLS1.3", "11:36", "11:59:50", every=200)
    c.lines("hub-link", "error", "POST https://hub.rx-hub.example/prescriptions: remote error: tls: expired certificate", "12:00", every=25)
    c.lines("hub-link", "info", "POST /prescriptions 201 {ms}ms connection age {n} min", "12:00", "12:11", every=180, ms=(160, 280), n=(10, 34))
    c.lines("prescriptions", "error", "prescription {id} not delivered: hub-link 502 trace_id={trace}", "12:00", every=30)
    c.lines("ward-app", "error", "prescribing failed: 502", "12:01", every=60)
    c.lines("pharmacy", "info", "package {id} scanned", every=150)
    c.trace("12:15:00", [(0, "ward-app", "POST /prescriptions", 60, "502"), (1, "prescriptions", "deliver", 48, "502"), (2, "hub-link", "POST /prescriptions", 34, "remote error: tls: expired certificate", {"peer": "hub.rx-hub.example"})])
    c.trace("11:45:00", [(0, "ward-app", "POST /prescriptions", 290), (1, "prescriptions", "deliver", 260), (2, "hub-link", "POST /prescriptions", 214, None, {"peer": "hub.rx-hub.example"})])
    c.alert("PrescriptionsFail", "prescriptions", "http_5xx_ratio", 0.05, "12:06", "prescriptions are not delivered")
    c.expect("certificate", "none", "hub-link", ["prescriptions", "ward-app"], "rotate-cert",
             "The client certificate of hub-link for the prescription hub expired at 12:00 sharp: the hub refuses new handshakes (expired certificate), connections that were open work for some minutes more. With TLS 1.3 only, handshakes worked for 25 minutes; "
             "what was renewed is the certificates of the edge; the hub serves others.", ["certificate", "expired"], "medium")
    return c


def half_of_the_insured(name):
    c = Patched(name, "2026-10-29", "02:00", "08:02", {"eligibility": "go", "cover-import": "py", "admissions": "java", "front-desk": "ts"}, every=4)
    c.step("cover_not_found_ratio", "eligibility", 0.011, 0.43, "04:21", 3)
    c.step("members_known", "eligibility", 811904, 470118, "04:21", 3, noise=0)
    c.climb("admissions_as_self_payer_per_hour", "admissions", 0.4, 61, "06:30", "07:50")
    c.climb("requests_per_second", "eligibility", 0.6, 14, "06:00", "07:40")
    c.steady("http_5xx_ratio", "eligibility", 0.0004)
    c.steady("http_5xx_ratio", "admissions", 0.0003)
    c.steady("latency_p99_ms", "eligibility", 21)
    c.steady("import_errors_total", "cover-import", 0, 0)
    c.commit("2026-10-28T13:20:18Z", "fix(cover-import): skip rows of tariffs we do not know", "services/cover-import/app/rows.py",
             "--- a/services/cover-import/app/rows.py\n+++ b/services/cover-import/app/rows.py\n@@ -27,3 +27,6 @@ def read(lines):\n     for row in csv.DictReader(lines, delimiter=\";\"):\n+        if row[\"tariff\"] not in TARIFFS:\n+            stats.skipped += 1\n+            continue\n         yield Member(row[\"number\"], row[\"tariff\"], row[\"valid_to\"])", ("cover-import", "2026-10-28T15:04:50Z"), decoy=True)
    c.commit("2026-10-28T14:40:00Z", "perf(cover-import): replace the table instead of updating it", "services/cover-import/app/load.py",
             "-    db.executemany(UPSERT, members)\n-    db.execute(\"DELETE FROM members WHERE seen < %s\", [run])\n+    db.copy(\"members_new\", members)\n+    db.execute(SWAP)", ("cover-import", "2026-10-28T15:04:50Z"), decoy=True)
    c.commit("03:02", "feat(eligibility): tell the front desk why", "services/eligibility/internal/cover/answer.go", "+\tans.Reason = \"number not found\"", ("eligibility", "03:40"), decoy=True)
    c.commit("05:15", "chore(front-desk): wording of the self-payer form", "services/front-desk/src/SelfPayer.tsx", "-<p>You pay yourself.</p>\n+<p>The insurer does not confirm cover.</p>", ("front-desk", "05:52"), decoy=True)
    c.harmless(17)
    c.flag("05:53", "self_payer_wording", "front-desk", "off->on")
    c.log("cover-import", "info", "2026-10-27T04:20:44Z", "members-20261027.csv: 811570 rows read, 0 skipped, branches A-Z, 71.4 MB")
    c.log("cover-import", "info", "2026-10-28T04:20:39Z", "members-20261028.csv: 811731 rows read, 0 skipped, branches A-Z, 71.4 MB")
    c.log("cover-import", "info", "2026-10-28T15:31:20Z", "members-20261028.csv once more by hand, build r2026.10.28-1504: 811731 rows read, 11 skipped, 811720 in the new table, branches A-Z")
    c.log("cover-import", "info", "04:20:02", "fetched members-20261029.csv from sftp.landkasse.example, 41.3 MB, checksum matches the insurer's .sha256")
    c.log("cover-import", "info", "04:20:41", "members-20261029.csv: 470130 rows read, 12 skipped, 470118 in the new table, branches A-M, trailer says rows=470130")
    c.log("eligibility", "info", "04:21:02", "table of members exchanged: 470118")
    c.lines("eligibility", "info", "cover of {b}{n} valid", every=260, b=["A", "C", "F", "K", "M"], n=(100000, 999999))
    c.lines("eligibility", "info", "cover of {b}{n} valid", end="04:20", every=600, b=["N", "R", "S", "W"], n=(100000, 999999))
    c.lines("eligibility", "warn", "cover of {b}{n}: number not found", "04:30", every=110, b=["N", "P", "R", "S", "T", "W"], n=(100000, 999999))
    c.lines("admissions", "warn", "patient {id} admitted as self-payer, insurer=landkasse", "06:30", every=120)
    c.lines("front-desk", "info", "asked the insurer by phone: {b}{n} is insured", "06:50", every=300, b=["N", "R", "S", "W"], n=(100000, 999999))
    c.trace("07:20:00", [(0, "front-desk", "POST /admissions", 90), (1, "admissions", "admit", 80), (2, "eligibility", "GET /cover", 9, None, {"number": "S204811", "found": False})])
    c.trace("2026-10-28T07:20:00Z", [(0, "front-desk", "POST /admissions", 92), (1, "admissions", "admit", 81), (2, "eligibility", "GET /cover", 10, None, {"number": "S204811", "found": True})])
    c.alert("CoverNotFound", "eligibility", "cover_not_found_ratio", 0.1, "06:44", "insured patients are admitted as self-payers")
    c.expect("data_quality", "none", "cover-import", ["eligibility", "admissions", "front-desk"], "purge-bad-data",
             "The insurer's file of tonight holds only the branches A to M, 470130 instead of 811000 rows; it is what they sent (checksum, trailer). The importer's new build had read yesterday's file whole, skipping eleven rows, into the replaced table. Members of N to Z are not found.",
             ["rows", "470130"], "hard")
    return c


def pictures_come_slowly(name):
    c = Patched(name, "2026-11-02", "12:30", "14:28", {"pacs-store": "cpp", "viewer": "ts", "imaging": "py", "nas-2": "storage"})
    c.step("disk_await_ms", "nas-2", 4, 390, "13:47", 2)
    c.step("disk_read_bytes_per_second", "nas-2", 310e6, 24e6, "13:47", 2)
    c.steady("disk_await_ms", "nas-1", 4)
    c.steady("disk_read_bytes_per_second", "nas-1", 300e6)
    c.step("write_cache_enabled", "nas-2", 1, 0, "13:46", 0, noise=0)
    c.steady("write_cache_enabled", "nas-1", 1, 0)
    c.step("latency_p99_ms", "pacs-store", 700, 21000, "13:48", 3)
    c.step("http_5xx_ratio", "viewer", 0.001, 0.18, "13:49", 4)
    c.steady("requests_per_second", "pacs-store", 46)
    c.step("cpu_iowait_ratio", "pacs-store", 0.03, 0.71, "13:47", 2)
    c.steady("http_5xx_ratio", "imaging", 0.0007)
    c.commit("12:48", "perf(pacs-store): read series with 8 threads", "services/pacs-store/src/series.cpp",
             "--- a/services/pacs-store/src/series.cpp\n+++ b/services/pacs-store/src/series.cpp\n@@ -40,3 +40,3 @@\n-  ThreadPool readers{4};\n+  ThreadPool readers{8};\n   for (const auto& image : series) readers.run([&] { load(image); });", ("pacs-store", "13:39"), decoy=True)
    c.commit("13:02", "chore(pacs-store): mount the archives with nfsvers=4.2", "deploy/pacs-store/mounts.yaml", "-    options: [nfsvers=4.1, hard]\n+    options: [nfsvers=4.2, hard]", ("pacs-store", "13:39"), decoy=True)
    c.commit("13:10", "feat(viewer): preload the next series", "services/viewer/src/preload.ts", "+series.next && api.images(series.next, { priority: \"low\" });", ("viewer", "13:44"), decoy=True)
    c.commit("12:35", "refactor(imaging): paths of volumes in one place", "services/imaging/app/paths.py", "-    return f\"/archive/{n % 2 + 1}/{uid}\"\n+    return volumes[n % 2].path(uid)", ("imaging", "13:05"), decoy=True)
    c.harmless(15)
    c.flag("13:45", "preload_next_series", "viewer", "0%->3%")
    c.lines("pacs-store", "info", "image {id} from nas-1 {ms}ms", every=70, ms=(30, 90))
    c.lines("pacs-store", "info", "image {id} from nas-2 {ms}ms threads=8", "13:40", "13:47", every=60, ms=(30, 90))
    c.lines("pacs-store", "info", "image {id} from nas-2 {ms}ms", end="13:39", every=120, ms=(30, 90))
    c.lines("pacs-store", "warn", "image {id} from nas-2 {ms}ms", "13:47", every=30, ms=(7000, 21000))
    c.log("nas-2", "warn", "13:41:15", "controller B: battery of the write cache failed its test, charge 0%", {"component": "ses"})
    c.log("nas-2", "warn", "13:46:40", "write cache disabled, volumes vol0-vol7 in write-through", {"component": "raid"})
    c.log("nas-2", "info", "13:46:41", "controller B: rebuild and writes have priority over reads in write-through", {"component": "raid"})
    c.lines("viewer", "error", "images of series {id} took longer than 20s trace_id={trace}", "13:49", every=40)
    c.lines("imaging", "info", "study {id} stored", every=200)
    c.trace("14:02:00", [(0, "viewer", "GET /images", 20100, "timeout"), (1, "pacs-store", "read image", 20050), (2, "nas-2", "READ", 19900)])
    c.trace("14:02:20", [(0, "viewer", "GET /images", 70), (1, "pacs-store", "read image", 60), (2, "nas-1", "READ", 40)])
    c.alert("PicturesSlow", "pacs-store", "latency_p99_ms", 5000, "13:56", "pictures take twenty seconds")
    c.expect("infrastructure", "none", "nas-2", ["pacs-store", "viewer"], "replace",
             "The battery of the write cache in nas-2's controller B failed, the array went into write-through at 13:46 and reads wait 390 ms a piece. nas-1, mounted and read by the same build with the same eight threads, is as quick as ever, and nas-2 was too for seven minutes after the deploy.",
             ["nas-2", "cache"], "medium")
    return c


def ward_has_moved(name):
    c = Patched(name, "2026-11-04", "08:00", "11:40", {"monitors-link": "go", "bed-board": "ts", "ward-app": "ts", "admissions": "java"}, every=2)
    c.step("updates_per_minute", "ward-6", 412, 0, "10:05", 6, noise=0.03)
    c.step("updates_per_minute", "ward-9", 0, 409, "10:12", 24, noise=0.03)
    c.steady("updates_per_minute", "ward-5", 388)
    c.pulse("monitors_offline", "monitors-link", 1, 19, "10:05", "10:33", ramp=8)
    c.pulse("reconnects_per_minute", "monitors-link", 0.4, 4, "10:05", "10:34")
    c.steady("http_5xx_ratio", "monitors-link", 0.0004)
    c.steady("http_5xx_ratio", "bed-board", 0.0003)
    c.steady("latency_p99_ms", "bed-board", 41)
    c.step("beds_occupied", "ward-6", 18, 0, "10:05", 25, noise=0)
    c.step("beds_occupied", "ward-9", 0, 18, "10:07", 25, noise=0)
    c.commit("08:40", "feat(monitors-link): drop monitors that are silent for a minute", "services/monitors-link/internal/hub/silent.go",
             "--- a/services/monitors-link/internal/hub/silent.go\n+++ b/services/monitors-link/internal/hub/silent.go\n@@ -11,3 +11,3 @@\n-const silentAfter = 5 * time.Minute\n+const silentAfter = time.Minute", ("monitors-link", "09:31"), decoy=True)
    c.commit("09:02", "chore(network): VLAN of wards 5 and 6", "network/switches/wards.yaml", "-  ward-6: {vlan: 216}\n+  ward-6: {vlan: 316}", decoy=True)
    c.commit("09:12", "fix(bed-board): empty wards at the end of the list", "services/bed-board/src/order.ts", "-wards.sort(byNumber)\n+wards.sort(byOccupied.then(byNumber))", ("bed-board", "09:50"), decoy=True)
    c.commit("09:20", "feat(admissions): transfers of whole wards", "services/admissions/src/main/java/clinic/WardTransfer.java", "+  void move(Ward from, Ward to) {\n+    stays.in(from).forEach(stay -> stay.move(to.bedLike(stay.bed())));\n+  }", ("admissions", "09:44"), decoy=True)
    c.harmless(16)
    c.flag("09:45", "ward_transfer", "admissions", "off->on")
    c.status("2026-11-03T14:00:00Z", "facility.clinic.example", "Ward 6", "planned", "Wednesday from 10:00: ward 6 moves with patients and monitors to ward 9; rooms of ward 6 are painted until the 20th.")
    c.status("10:36", "facility.clinic.example", "Ward 9", "operational", "The move of ward 6 is finished; all 18 monitors are in place.")
    c.lines("monitors-link", "info", "update bed=5-{n} hr={h} spo2={s}", every=300, n=(10, 28), h=(58, 104), s=(93, 99))
    c.lines("monitors-link", "info", "update bed=6-{n} hr={h} spo2={s}", end="10:05", every=260, n=(10, 28), h=(58, 104), s=(93, 99))
    c.lines("monitors-link", "info", "update bed=9-{n} hr={h} spo2={s}", "10:34", every=160, n=(10, 28), h=(58, 104), s=(93, 99))
    for n, k in enumerate((10, 12, 13, 15, 17, 18, 20, 22, 24, 27)):
        c.log("monitors-link", "warn", f"10:{6 + n * 2:02}:1{n}", f"monitor MX-{400 + k} bed=6-{k} silent for 60 s, dropped")
        c.log("monitors-link", "info", f"10:{13 + n * 2:02}:3{n}", f"monitor MX-{400 + k} connected, now bed=9-{k}")
    c.lines("admissions", "info", "stay {n} moved from ward 6 to ward 9", "10:06", "10:31", every=90, n=(700000, 719999))
    c.lines("bed-board", "info", "ward 6: 0 of 18 beds occupied, ward 9: 18 of 18", "10:34", every=900)
    c.lines("ward-app", "info", "vital signs of 9-{n} opened", "10:35", every=400, n=(10, 28))
    c.trace("10:50:00", [(0, "ward-app", "GET /vitals", 40, None, {"bed": "9-14"}), (1, "monitors-link", "latest", 3)])
    c.trace("09:40:00", [(0, "ward-app", "GET /vitals", 41, None, {"bed": "6-14"}), (1, "monitors-link", "latest", 3)])
    c.alert("NoVitalSigns", "ward-6", "updates_per_minute", 50, "10:16", "no vital signs arrive from ward 6", below=True)
    c.expect("healthy", "none", "ward-6", [], "none",
             "Ward 6 moved with its patients and monitors to ward 9, as announced; every monitor that fell silent there reports here some minutes later, ward 9 sends what ward 6 sent, and ward 6 has no occupied bed. No errors anywhere.",
             ["ward 9"], "medium")
    return c


CASES = {"clinic-07": prescriptions_refused, "clinic-08": half_of_the_insured, "clinic-09": pictures_come_slowly, "clinic-10": ward_has_moved}
