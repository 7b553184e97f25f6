"""A hospital's platform: doses that are too early, invoices that come twice, a transaction that waits for somebody else."""
from .patched import Patched


def doses_too_early(name):
    c = Patched(name, "2026-10-07", "02:00", "06:38", {"medication": "java", "cabinet-link": "rust", "ward-app": "ts", "orders": "py"}, every=4)
    c.step("dispense_refused_ratio", "cabinet-link", 0.006, 0.71, "05:46", 8)
    c.pulse("dispense_requests_per_minute", "cabinet-link", 4, 118, "05:40", "06:40")
    c.step("overrides_per_minute", "ward-app", 0.1, 34, "05:50", 8)
    c.steady("http_5xx_ratio", "medication", 0.0003)
    c.steady("http_5xx_ratio", "cabinet-link", 0.0004)
    c.steady("latency_p99_ms", "medication", 61)
    c.steady("cabinets_connected", "cabinet-link", 164, 0)
    culprit = c.commit("2026-10-06T14:51:09Z", "refactor(medication): java.time instead of Joda", ["services/medication/src/main/java/clinic/dose/Window.java", "services/medication/build.gradle"], """
--- a/services/medication/src/main/java/clinic/dose/Window.java
+++ b/services/medication/src/main/java/clinic/dose/Window.java
@@ -1,21 +1,19 @@
-import org.joda.time.DateTime;
-import org.joda.time.DateTimeZone;
-import org.joda.time.LocalTime;
+import java.time.*;

 public record Window(Instant from, Instant to) {
-  private static final DateTimeZone HOUSE = DateTimeZone.forID("Europe/Berlin");
-
   /** A dose may be taken out from half an hour before its time until an hour after. */
   static Window of(LocalDate day, LocalTime dose) {
-    DateTime at = day.toDateTime(dose, HOUSE);
-    return new Window(at.minusMinutes(30), at.plusMinutes(60));
+    var at = day.atTime(dose).atZone(ZoneId.systemDefault()).toInstant();
+    return new Window(at.minus(Duration.ofMinutes(30)), at.plus(Duration.ofMinutes(60)));
   }
--- a/services/medication/build.gradle
+++ b/services/medication/build.gradle
@@ -19,1 +19,0 @@
-    implementation 'joda-time:joda-time:2.12.7'
""", ("medication", "2026-10-06T21:30:12Z"))
    c.commit("2026-10-06T16:20:00Z", "feat(cabinet-link): say why a drawer stays closed", "services/cabinet-link/src/drawer.rs", "-    Err(Refused)\n+    Err(Refused { reason: answer.reason })", ("cabinet-link", "05:22"), decoy=True)
    c.commit("02:40", "fix(orders): no doses for patients who were discharged", "services/orders/app/doses.py", "-    return plan.doses(day)\n+    return [] if patient.discharged else plan.doses(day)", ("orders", "04:55"), decoy=True)
    c.commit("03:05", "chore(cabinet-link): NTP servers of the house", "deploy/cabinet-link/chrony.conf", "-pool pool.ntp.org iburst\n+server ntp1.house.internal iburst\n+server ntp2.house.internal iburst", ("cabinet-link", "05:22"), decoy=True)
    c.commit("2026-10-06T15:10:31Z", "feat(ward-app): larger override button", "services/ward-app/src/Override.tsx", "-<Button size=\"s\">\n+<Button size=\"l\">", ("ward-app", "05:31"))
    c.harmless(16)
    c.flag("05:25", "refusal_reasons", "cabinet-link", "off->on")
    c.log("medication", "info", "2026-10-06T05:41:10Z", "window of order 88121: dose 08:00 from=2026-10-06T05:30:00Z to=2026-10-06T07:00:00Z")
    c.log("medication", "info", "2026-10-06T21:30:30Z", "started, build r2026.10.06-2130, java 21, user.timezone=Etc/UTC")
    c.lines("medication", "info", "window of order {n}: dose 08:00 from=2026-10-07T07:30:00Z to=2026-10-07T09:00:00Z", "04:30", every=240, n=(88200, 88900))
    c.lines("cabinet-link", "info", "drawer opened cabinet=W{w}-{n} order={o} as needed", every=500, w=(1, 9), n=(1, 4), o=(88200, 88900))
    c.lines("cabinet-link", "warn", "drawer stays closed cabinet=W{w}-{n} order={o} reason=outside_window clock_offset=+0.00{k}s", "05:44", every=70, w=(1, 9), n=(1, 4), o=(88200, 88900), k=(1, 9))
    c.lines("ward-app", "info", "override by two nurses ward=W{w} order={o}", "05:50", every=120, w=(1, 9), o=(88200, 88900))
    c.lines("orders", "info", "order {o}: doses 08:00 14:00 20:00", every=700, o=(88200, 88900))
    c.trace("06:02:00", [(0, "cabinet-link", "open drawer", 44, "refused: outside_window", {"dose": "08:00"}), (1, "medication", "may be taken", 21, None, {"allowed": False, "from": "2026-10-07T07:30:00Z"})])
    c.trace("2026-10-06T06:02:00Z", [(0, "cabinet-link", "open drawer", 46, None, {"dose": "08:00"}), (1, "medication", "may be taken", 20, None, {"allowed": True, "from": "2026-10-06T05:30:00Z"})])
    c.alert("DispenseRefused", "cabinet-link", "dispense_refused_ratio", 0.1, "06:04", "cabinets refuse most doses of the morning round")
    c.expect("code_defect", culprit, "medication", ["cabinet-link", "ward-app"], "rollback",
             "Windows are computed in the time zone of the container (UTC) instead of the house's since 21:30 yesterday: eight o'clock begins at 07:30Z, two hours late, and the first round of the day is refused. The clocks of the cabinets are right to milliseconds, "
             "orders still say 08:00, and reasons are only shown.", ["zone", "UTC"], "hard")
    return c


def inbox_dropped(name):
    c = Patched(name, "2026-10-08", "08:00", "11:20", {"billing": "php", "admissions": "java", "broker": "kafka", "insurer-link": "go"}, every=3)
    c.step("duplicate_invoices_total", "insurer-link", 0, 1908, "10:42", 8, noise=0)
    c.pulse("messages_per_second", "billing", 2.1, 41, "10:41", "10:49")
    c.pulse("rebalances_per_minute", "billing", 0, 3, "10:40", "10:44", ramp=1)
    c.pulse("under_replicated_partitions", "broker", 0, 14, "10:39", "10:46", ramp=1)
    c.steady("http_5xx_ratio", "insurer-link", 0.0006)
    c.steady("http_5xx_ratio", "billing", 0.0003)
    c.steady("discharges_per_minute", "admissions", 1.4)
    culprit = c.commit("2026-10-06T09:40:13Z", "chore(billing): drop tables nobody reads", ["services/billing/migrations/0147_unused.sql", "services/billing/src/Consumer/DischargeConsumer.php"], """
--- a/services/billing/migrations/0147_unused.sql
+++ b/services/billing/migrations/0147_unused.sql
@@ -0,0 +1,3 @@
+DROP TABLE tariff_2019;
+DROP TABLE import_log;
+DROP TABLE inbox;
--- a/services/billing/src/Consumer/DischargeConsumer.php
+++ b/services/billing/src/Consumer/DischargeConsumer.php
@@ -22,12 +22,7 @@ final class DischargeConsumer
     public function handle(Message $m): void
     {
-        $new = $this->db->execute('INSERT INTO inbox (message_id) VALUES (?) ON CONFLICT DO NOTHING', [$m->id]);
-        if ($new === 0) {
-            $this->log->info('seen before, skipped', ['message' => $m->id]);
-            return;
-        }
         $invoice = $this->invoices->create(Stay::from($m->body));
         $this->insurers->submit($invoice);
     }
""", ("billing", "2026-10-06T12:15:40Z"))
    c.commit("09:12", "feat(insurer-link): submit again when the insurer gives no receipt", "services/insurer-link/internal/submit/receipt.go",
             "--- a/services/insurer-link/internal/submit/receipt.go\n+++ b/services/insurer-link/internal/submit/receipt.go\n@@ -18,2 +18,5 @@\n+\tif res.Receipt == \"\" {\n+\t\treturn c.submit(ctx, inv.WithReference(inv.Reference)) // the same reference: insurers drop it\n+\t}", ("insurer-link", "10:05"), decoy=True)
    c.commit("09:30", "feat(admissions): discharge by the ward", "services/admissions/src/main/java/clinic/Discharge.java", "+  void byWard(Stay stay, Ward ward) {\n+    events.send(new Discharged(stay.id(), ward.id()));\n+  }", ("admissions", "10:31"), decoy=True)
    c.commit("2026-10-07T15:02:00Z", "chore(broker): roll to 3.8.1", "deploy/broker/values.yaml", "-  tag: 3.8.0\n+  tag: 3.8.1", ("broker", "10:38"), decoy=True)
    c.commit("08:44", "perf(billing): commit offsets every 5000 ms", "services/billing/config/kafka.php", "-    'auto.commit.interval.ms' => 10000,\n+    'auto.commit.interval.ms' => 5000,", ("billing", "09:20"), decoy=True)
    c.harmless(15)
    c.flag("10:31", "discharge_by_ward", "admissions", "0%->5%")
    c.log("billing", "info", "2026-09-15T10:12:44Z", "partitions assigned: 0-13 after a rebalance (broker rolled to 3.8.0)")
    c.log("billing", "info", "2026-09-15T10:19:20Z", "seen before, skipped: 1764 messages in the last 10 minutes")
    c.log("broker", "info", "10:38:20", "rolling restart to 3.8.1: broker 1 of 3")
    c.log("broker", "info", "10:45:50", "rolling restart finished, all replicas in sync")
    for at in ("10:40:40", "10:42:10", "10:43:30"):
        c.log("billing", "warn", at, "rebalance: partitions revoked before the offsets were committed, positions fall back to the last commit")
    c.lines("billing", "info", "invoice 26-{n} created stay={s} message={id} offset={o}", every=240, end="10:40", n=(40000, 49999), s=(700000, 719999), o=(88100, 89900))
    c.lines("billing", "info", "invoice 26-{n} created stay={s} message={id} offset={o} redelivered", "10:41", "10:49", every=15, n=(50000, 51999), s=(700000, 719999), o=(88100, 89900))
    c.lines("insurer-link", "info", "submitted 26-{n} receipt={id}", every=200, n=(40000, 51999))
    c.lines("insurer-link", "warn", "insurer reports: stay {s} has been invoiced already, first reference 26-4{n}, now 26-5{n}", "10:44", every=40, s=(700000, 719999), n=(1000, 1999))
    c.lines("admissions", "info", "stay {s} discharged by=physician", every=300, s=(700000, 719999))
    c.lines("admissions", "info", "stay {s} discharged by=ward", "10:33", every=700, s=(700000, 719999))
    c.trace("10:44:00", [(0, "billing", "handle Discharged", 180, None, {"redelivered": True, "offset": 88412}), (1, "billing", "INSERT invoice", 6), (1, "insurer-link", "POST /submit", 140, "already invoiced")])
    c.trace("09:40:00", [(0, "billing", "handle Discharged", 160, None, {"redelivered": False, "offset": 89790}), (1, "billing", "INSERT invoice", 6), (1, "insurer-link", "POST /submit", 122)])
    c.alert("DuplicateInvoices", "insurer-link", "duplicate_invoices_total", 20, "10:54", "insurers report stays that are invoiced twice")
    c.expect("code_defect", culprit, "billing", ["insurer-link"], "roll-forward",
             "The table inbox and with it the check for messages seen before was removed two days ago as unused. A rolling restart of the broker redelivers messages, as it did in September, when 1764 were skipped; now each makes a second invoice with a number of its own. "
             "Submitting again would use the same reference.", ["inbox", "redeliver"], "hard")
    return c


def waits_inside_transaction(name):
    c = Patched(name, "2026-10-12", "05:30", "08:14", {"appointments": "java", "appointments-db": "postgres", "eligibility": "go", "patient-portal": "ts"}, every=2)
    c.climb("http_5xx_ratio", "appointments", 0.001, 0.38, "07:31", "07:48")
    c.climb("http_5xx_ratio", "patient-portal", 0.001, 0.31, "07:32", "07:49")
    c.climb("hikari_connections_active", "appointments", 2, 40, "06:40", "07:29")
    c.climb("hikari_connections_pending", "appointments", 0, 190, "07:29", "07:50")
    c.climb("idle_in_transaction_sessions", "appointments-db", 0, 38, "06:40", "07:29")
    c.steady("db_cpu_utilization", "appointments-db", 0.12)
    c.steady("query_p99_ms", "appointments-db", 7)
    c.steady("latency_p50_ms", "eligibility", 1350, 0.03)
    c.steady("http_5xx_ratio", "eligibility", 0.002)
    c.climb("bookings_per_minute", "appointments", 40, 2050, "06:40", "07:36")
    culprit = c.commit("2026-10-09T15:36:02Z", "address review: one place for bookings", ["services/appointments/src/main/java/clinic/booking/BookingService.java", "services/appointments/src/main/java/clinic/booking/Slots.java"], """
--- a/services/appointments/src/main/java/clinic/booking/BookingService.java
+++ b/services/appointments/src/main/java/clinic/booking/BookingService.java
@@ -24,14 +24,18 @@
 @Service
 class BookingService {
+  @Transactional
   Booking book(Request request) {
+    var slot = slots.lockFree(request.slot());
     var cover = eligibility.ask(request.patient(), request.insurer());
     if (!cover.valid()) throw new NotCovered(request.patient());
-    return slots.take(request.slot(), request.patient());
+    slot.take(request.patient());
+    return bookings.save(new Booking(slot, cover.reference()));
   }
--- a/services/appointments/src/main/java/clinic/booking/Slots.java
+++ b/services/appointments/src/main/java/clinic/booking/Slots.java
@@ -17,8 +17,3 @@
-  @Transactional
-  Booking take(SlotId id, Patient patient) {
-    var slot = lockFree(id);
-    slot.take(patient);
-    return bookings.save(new Booking(slot));
-  }
+  @Query("select s from Slot s where s.id = ?1 and s.patient is null for update")
+  Slot lockFree(SlotId id);
""", ("appointments", "2026-10-09T17:20:33Z"))
    c.commit("06:02", "feat(eligibility): ask two insurers more", "services/eligibility/config/insurers.yaml", "+  - {id: nordkasse, url: https://nordkasse.example/cover}\n+  - {id: seekasse, url: https://seekasse.example/cover}", ("eligibility", "07:12"), decoy=True)
    c.commit("06:20", "chore(appointments-db): idle_in_transaction_session_timeout 5min", "db/appointments/parameters.conf", "-idle_in_transaction_session_timeout = 0\n+idle_in_transaction_session_timeout = 300000", ("appointments-db", "06:50"), decoy=True)
    c.commit("06:31", "perf(patient-portal): load free slots while typing", "services/patient-portal/src/Slots.tsx", "+useDebounced(() => api.slots(query), 400);", ("patient-portal", "07:24"), decoy=True)
    c.commit("2026-10-09T14:30:00Z", "chore(appointments): Hikari 5.0 to 5.1", "services/appointments/build.gradle", "-    implementation 'com.zaxxer:HikariCP:5.0.1'\n+    implementation 'com.zaxxer:HikariCP:5.1.0'", ("appointments", "2026-10-09T14:58:10Z"), decoy=True)
    c.harmless(16)
    c.flag("07:24", "slots_while_typing", "patient-portal", "0%->10%")
    c.log("appointments", "info", "2026-10-05T07:40:00Z", "Monday: 2180 bookings per minute, pool 6 of 40 busy, cover asked in 1340ms")
    c.log("appointments", "info", "2026-10-11T10:00:00Z", "Sunday: 31 bookings per minute, pool 1 of 40 busy, cover asked in 1350ms")
    c.lines("appointments", "info", "booked slot={n} cover={ms}ms db=6ms", every=180, n=(10000, 99999), ms=(1280, 1420))
    c.lines("appointments", "warn", "connection held for {ms}ms (leak detection threshold 1000ms) thread=http-{n} at EligibilityClient.ask(EligibilityClient.java:41)", "06:50", every=80, ms=(1290, 1450), n=(1, 200))
    c.lines("appointments", "error", "Connection is not available, request timed out after 5000ms (total=40, active=40, idle=0, waiting={n})", "07:35", every=30, n=(20, 210))
    c.lines("appointments-db", "info", "slowest statement of the minute {ms} ms, sessions idle in transaction {n}", "07:00", every=200, ms=(5, 9), n=(11, 39))
    c.lines("eligibility", "info", "cover of {id} insurer={i} {ms}ms", every=130, i=["landkasse", "stadtkasse", "nordkasse"], ms=(1260, 1430))
    c.lines("patient-portal", "error", "booking failed: 503 trace_id={trace}", "07:36", every=60)
    c.trace("07:10:00", [(0, "patient-portal", "POST /bookings", 1420), (1, "appointments", "book", 1400), (2, "appointments", "get connection", 1), (2, "appointments-db", "SELECT slot FOR UPDATE", 2), (2, "eligibility", "GET /cover", 1350), (2, "appointments-db", "COMMIT", 3)])
    c.trace("07:50:00", [(0, "patient-portal", "POST /bookings", 5040, "503"), (1, "appointments", "book", 5010, "Connection is not available"), (2, "appointments", "get connection", 5000, "timeout")])
    c.trace("2026-10-05T07:40:10Z", [(0, "patient-portal", "POST /bookings", 1410), (1, "appointments", "book", 1390), (2, "eligibility", "GET /cover", 1340), (2, "appointments-db", "SELECT slot FOR UPDATE", 2), (2, "appointments-db", "COMMIT", 3)])
    c.alert("BookingsFail", "appointments", "http_5xx_ratio", 0.05, "07:40", "bookings fail on Monday morning")
    c.expect("code_defect", culprit, "appointments", ["patient-portal"], "rollback",
             "Since Friday a booking opens its transaction before it asks the insurer, which takes 1.35 s as always, so each holds one of 40 connections all that time: 40 connections serve 1780 bookings a minute, and Monday brings 2050. Last Monday had more with six busy. "
             "The database is idle and neither insurers nor eligibility became slower.", ["transaction", "connection"], "hard")
    return c


CASES = {"clinic-01": doses_too_early, "clinic-02": inbox_dropped, "clinic-03": waits_inside_transaction}
