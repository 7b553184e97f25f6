"""A bank's services: a year that comes early, a certificate of a client."""
from .service import Service


def week_year(name):
    c = Service(name, "2025-12-27", "15:00", "24:36", {"standing-orders": "java", "ledger": "cs", "notifier": "py"}, every=6)
    c.step("bookings_refused_ratio", "ledger", 0.004, 0.58, "24:00", 2)
    c.pulse("orders_executed_per_minute", "standing-orders", 3, 420, "24:00", "24:40", ramp=1)
    c.steady("http_5xx_ratio", "ledger", 0.0003)
    c.steady("http_5xx_ratio", "standing-orders", 0.0005)
    c.step("failure_mails_per_minute", "notifier", 0.2, 230, "24:02", 4)
    culprit = c.commit("16:12", "style(standing-orders): one formatter for all dates", ["services/standing-orders/src/main/java/bank/Dates.java", "services/standing-orders/src/main/java/bank/Booking.java"], """
--- a/services/standing-orders/src/main/java/bank/Booking.java
+++ b/services/standing-orders/src/main/java/bank/Booking.java
@@ -27,5 +27,5 @@ record Booking(Order order, LocalDate valueDate) {
   JsonNode toJson() {
     return json.object()
         .put("order", order.id())
-        .put("value_date", valueDate.toString());
+        .put("value_date", Dates.ISO.format(valueDate));
   }
--- /dev/null
+++ b/services/standing-orders/src/main/java/bank/Dates.java
@@ -0,0 +1,6 @@
+final class Dates {
+  static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("YYYY-MM-dd");
+
+  private Dates() {}
+}
""", ("standing-orders", "16:48"))
    c.commit("21:30", "feat(standing-orders): orders due on a holiday move to the next business day", "services/standing-orders/src/main/java/bank/Holidays.java",
             "--- a/services/standing-orders/src/main/java/bank/Holidays.java\n+++ b/services/standing-orders/src/main/java/bank/Holidays.java\n@@ -8,6 +8,11 @@\n+  LocalDate businessDay(LocalDate due) {\n+    var day = due;\n+    while (closed.contains(day)) day = day.plusDays(1);\n+    return day;\n+  }",
             ("standing-orders", "22:05"), decoy=True)
    c.commit("22:20", "fix(ledger): no bookings into a closed month", "services/ledger/src/Rules/ClosedMonth.cs",
             "--- a/services/ledger/src/Rules/ClosedMonth.cs\n+++ b/services/ledger/src/Rules/ClosedMonth.cs\n@@ -5,4 +5,5 @@\n-    if (booking.ValueDate < calendar.YearStart)\n+    if (booking.ValueDate < calendar.OpenMonthStart)\n         return Refusal.Closed;", ("ledger", "22:51"), decoy=True)
    c.commit("23:02", "feat(notifier): tell the customer why an order failed", "services/notifier/app/reasons.py", "+REASONS[\"VALUE_DATE\"] = \"order.failed.value_date\"", ("notifier", "23:30"), decoy=True)
    c.harmless(15)
    c.flag("22:06", "holiday_shift", "standing-orders", "50%->100%")
    c.log("standing-orders", "info", "16:49:02", "started, locale en_US, zone UTC")
    c.lines("standing-orders", "info", "order so_{id} executed value_date=2025-12-27", end="23:58", every=1700)
    c.lines("ledger", "info", "booked so_{id} value_date=2025-12-27", end="23:58", every=1700)
    c.log("standing-orders", "info", "24:00:01", "run of 2025-12-28 started, 18211 orders are due")
    c.lines("ledger", "warn", "booking so_{id} refused: value_date 2026-12-28 is more than 90 days ahead", "24:00", every=45)
    c.lines("standing-orders", "error", "order so_{id} failed: ledger answered 422 VALUE_DATE", "24:00", every=45)
    c.lines("ledger", "info", "booked cash withdrawal {id} value_date=2025-12-28", "24:00", every=120)
    c.lines("notifier", "info", "mail order.failed.value_date sent to customer {n}", "24:02", every=90, n=(10000, 99999))
    c.trace("24:12:00", [(0, "standing-orders", "execute so_41c2", 48, "422"), (1, "ledger", "POST /bookings", 9, "VALUE_DATE", {"value_date": "2026-12-28"})])
    c.trace("18:12:00", [(0, "standing-orders", "execute so_77a0", 60), (1, "ledger", "POST /bookings", 21, None, {"value_date": "2025-12-27"})])
    c.alert("BookingsRefused", "ledger", "bookings_refused_ratio", 0.05, "24:08", "more than half of the bookings are refused")
    c.expect("code_defect", culprit, "ledger", ["standing-orders", "notifier"], "rollback",
             "The shared formatter uses YYYY, the year of the week: from Sunday 28 December on it is 2026 already. That is why nothing failed on the 27th after the deploy. The holiday rule moves days, never years, and the ledger's new rule refuses "
             "the past, not the future.", ["YYYY", "2026-12-28"], "hard")
    return c


def client_certificate(name):
    c = Service(name, "2026-06-02", "10:50", "12:21", {"card-connector": "java", "cards": "java", "terminal-api": "go"})
    c.step("http_5xx_ratio", "terminal-api", 0.003, 0.52, "12:01", 3)
    c.climb("scheme_connections_open", "card-connector", 40, 3, "12:00", "12:18")
    c.step("scheme_handshake_failures_per_second", "card-connector", 0, 31, "12:00", 1)
    c.steady("cpu_utilization", "card-connector", 0.18)
    c.steady("requests_per_second", "terminal-api", 96)
    c.steady("http_5xx_ratio", "cards", 0.0008)
    c.shape("certificate_not_after_hours", "service=card-connector", lambda m: max(0.0, (70 - m) / 60), 0)
    c.shape("certificate_not_after_hours", "service=terminal-api", lambda m: 1311 - m / 60, 0)
    c.commit("11:08", "chore(card-connector): drop CBC suites", "services/card-connector/src/main/resources/tls.properties",
             "--- a/services/card-connector/src/main/resources/tls.properties\n+++ b/services/card-connector/src/main/resources/tls.properties\n@@ -1,2 +1,2 @@\n-suites=TLS_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA\n"
             "+suites=TLS_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", ("card-connector", "11:32"), decoy=True)
    c.commit("11:20", "refactor(card-connector): key store from a mounted secret", "services/card-connector/src/main/java/bank/KeyStores.java",
             "-    try (var in = Files.newInputStream(Path.of(\"/etc/scheme/client.p12\"))) {\n+    try (var in = Files.newInputStream(secrets.resolve(\"client.p12\"))) {\n       store.load(in, password);", ("card-connector", "11:32"), decoy=True)
    c.commit("11:31", "feat(terminal-api): explain declines to the merchant", "services/terminal-api/decline/text.go", "+\tcase \"91\":\n+\t\treturn \"issuer not available\"", ("terminal-api", "11:55"), decoy=True)
    c.harmless(12)
    c.flag("11:56", "decline_texts", "terminal-api")
    c.log("card-connector", "info", "11:32:40", "scheme link up: TLSv1.3 TLS_AES_256_GCM_SHA384, client certificate CN=bank-acq-2024 serial=4f:09, 40 connections")
    c.lines("card-connector", "info", "authorisation {id} approved {ms}ms", every=70, ms=(90, 260))
    c.lines("card-connector", "error", "javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_unknown, peer auth.cardscheme.example:8583", "12:00:20", every=22)
    c.lines("card-connector", "warn", "connection recycled after 20 minutes, {n} left", "12:00:30", every=60, n=(3, 38))
    c.lines("terminal-api", "error", "authorisation failed: connector answered 503 no scheme connection merchant={n}", "12:01", every=28, n=(1000, 9999))
    c.log("cert-exporter", "warn", "06:00:00", "secret bank/scheme-mtls client.p12 CN=bank-acq-2024 ends 2026-06-02T12:00:00Z")
    c.log("cert-exporter", "info", "06:00:00", "secret bank/terminal-tls tls.crt CN=terminal.bank.example ends 2026-07-27T02:00:00Z")
    c.trace("12:09:00", [(0, "terminal-api", "POST /authorise", 31, "503"), (1, "card-connector", "authorise", 20, "SSLHandshakeException")])
    c.trace("11:44:00", [(0, "terminal-api", "POST /authorise", 210), (1, "card-connector", "authorise", 188)])
    c.alert("AuthorisationsFail", "terminal-api", "http_5xx_ratio", 0.05, "12:06", "card payments are not authorised")
    c.expect("certificate", "none", "card-connector", ["terminal-api"], "rotate-cert",
             "The client certificate for the card scheme ended at noon, and the scheme refuses new connections; open ones live until they are recycled. With the new suites and the new key store path 40 connections came up at 11:32 with this "
             "very certificate, so neither is to blame.", ["certificate"])
    return c


CASES = {"bank-05": week_year, "bank-06": client_certificate}
