"""A bank's services: a name that was tidied away."""
from .service import Service


def record_removed(name):
    c = Service(name, "2026-05-21", "10:05", "11:44", {"fx-rates": "py", "cards": "java", "transfers": "go", "web-bank": "ts"})
    c.step("http_5xx_ratio", "transfers", 0.002, 0.33, "11:27", 4)
    c.step("http_5xx_ratio", "cards", 0.001, 0.21, "11:27", 5)
    c.step("http_5xx_ratio", "web-bank", 0.001, 0.14, "11:28", 5)
    c.step("requests_per_second", "fx-rates", 54, 0, "11:27", 5)
    c.steady("cpu_utilization", "fx-rates", 0.08)
    c.step("dns_nxdomain_per_second", "coredns", 1.1, 96, "11:27", 4)
    c.steady("dns_p99_ms", "coredns", 3.2)
    c.steady("dns_servfail_per_second", "coredns", 0.02)
    culprit = c.commit("10:58", "chore(dns): drop records nobody points at", "infra/dns/internal.tf", """
--- a/infra/dns/internal.tf
+++ b/infra/dns/internal.tf
@@ -44,22 +44,8 @@ locals {
   records = {
     "ledger"     = { type = "CNAME", ttl = 300, value = "ledger.core.svc" }
-    "fax"        = { type = "CNAME", ttl = 300, value = "fax-gw.legacy.svc" }
-    "fx"         = { type = "CNAME", ttl = 300, value = "fx-rates.markets.svc" }
-    "intranet-b" = { type = "A", ttl = 300, value = "10.8.0.77" }
     "kyc"        = { type = "CNAME", ttl = 300, value = "kyc.people.svc" }
   }
 }
""", ("infra", "11:21"))
    c.commit("10:40", "chore(coredns): cache answers for 60 instead of 30 seconds", "infra/coredns/Corefile", "--- a/infra/coredns/Corefile\n+++ b/infra/coredns/Corefile\n@@ -9,3 +9,3 @@\n-    cache 30\n+    cache 60", ("coredns", "10:52"), decoy=True)
    c.commit("10:51", "refactor(transfers): base addresses in one struct", "services/transfers/config/hosts.go",
             "--- a/services/transfers/config/hosts.go\n+++ b/services/transfers/config/hosts.go\n@@ -3,4 +3,8 @@\n-const fxURL = \"http://fx.bank.internal/v1\"\n-const kycURL = \"http://kyc.bank.internal/v1\"\n"
             "+var Hosts = struct{ FX, KYC string }{\n+\tFX:  \"http://fx.bank.internal/v1\",\n+\tKYC: \"http://kyc.bank.internal/v1\",\n+}", ("transfers", "11:17"), decoy=True)
    c.commit("11:02", "feat(fx-rates): quote the Icelandic krona", "services/fx-rates/app/pairs.py", "     \"EURSEK\",\n     \"EURNOK\",\n+    \"EURISK\",", ("fx-rates", "11:24"), decoy=True)
    c.commit("11:05", "feat(web-bank): show the rate before sending", "services/web-bank/src/SendForm.tsx", "+<Rate pair={pair} />", ("web-bank", "11:26"), decoy=True)
    c.harmless(13)
    c.flag("11:26", "rate_before_sending", "web-bank", "off->on")
    c.lines("transfers", "info", "transfer {id} sent currency={cur}", every=75, cur=["EUR", "EUR", "EUR"])
    c.lines("fx-rates", "info", "quoted {p} for {who}", end="11:27", every=80, p=["EURUSD", "EURGBP", "EURSEK"], who=["cards", "transfers"])
    c.lines("transfers", "error", "quote for transfer {id}: Get \"http://fx.bank.internal/v1/quote\": dial tcp: lookup fx.bank.internal on 10.96.0.10:53: no such host", "11:27", every=25)
    c.lines("cards", "error", "java.net.UnknownHostException: fx.bank.internal: Name or service not known", "11:27", every=30)
    c.lines("coredns", "info", "10.2.{a}.{b} - \"A IN fx.bank.internal. udp\" NXDOMAIN 0.0004s", "11:27", every=40, a=(1, 9), b=(2, 250))
    c.lines("coredns", "info", "10.2.{a}.{b} - \"A IN kyc.bank.internal. udp\" NOERROR 0.0004s", every=120, a=(1, 9), b=(2, 250))
    c.lines("web-bank", "error", "payment form failed: transfers answered 500 trace_id={trace}", "11:28", every=40)
    c.trace("11:33:00", [(0, "web-bank", "POST /transfers", 40, "500"), (1, "transfers", "quote", 3, "lookup fx.bank.internal: no such host")])
    c.trace("10:30:00", [(0, "web-bank", "POST /transfers", 120), (1, "transfers", "quote", 30), (2, "fx-rates", "GET /v1/quote", 20)])
    c.alert("TransfersFailing", "transfers", "http_5xx_ratio", 0.05, "11:33", "foreign transfers fail")
    c.expect("configuration_error", culprit, "transfers", ["cards", "web-bank"], "config-revert",
             "The record fx was deleted with two dead ones; six minutes later (TTL 300 s) nobody can resolve the name, in Go and Java alike. The resolver itself is quick and answers other names; transfers' new struct holds the same name; "
             "fx-rates is idle because nobody reaches it.", ["fx.bank.internal"])
    return c


CASES = {"bank-04": record_removed}
