"""A bank's services: numbers and pages."""
from .service import Service


def minor_units_narrowed(name):
    c = Service(name, "2026-04-14", "09:30", "14:51", {"payouts": "go", "ledger": "java", "partner-bridge": "py"}, every=3)
    c.step("payout_refused_ratio", "partner-bridge", 0.003, 0.44, "14:31", 3)
    c.pulse("payouts_sent_per_minute", "partner-bridge", 14, 310, "12:00", "12:25")
    c.steady("http_5xx_ratio", "partner-bridge", 0.0004)
    c.steady("http_5xx_ratio", "payouts", 0.0006)
    c.step("payouts_returned_per_minute", "payouts", 0.1, 41, "14:32", 3)
    c.steady("ledger_out_of_balance_accounts", "ledger", 0, 0)
    culprit = c.commit("09:34", "chore(wire): regenerate with protoc 25, drop legacy_ref", ["libs/wire/payout.proto", "libs/wire/payout.pb.go", "services/payouts/batch/encode.go"], """
--- a/libs/wire/payout.proto
+++ b/libs/wire/payout.proto
@@ -12,10 +12,9 @@ message PayoutLine {
   string payout_id = 1;
-  int64 amount_minor = 2;
+  int32 amount_minor = 2;
   string currency = 3;
   string iban = 4;
-  string legacy_ref = 9;
+  reserved 9;
 }
--- a/libs/wire/payout.pb.go
+++ b/libs/wire/payout.pb.go
@@ -88,3 +88,3 @@ type PayoutLine struct {
-	AmountMinor int64  `protobuf:"varint,2,opt,name=amount_minor"`
+	AmountMinor int32  `protobuf:"varint,2,opt,name=amount_minor"`
--- a/services/payouts/batch/encode.go
+++ b/services/payouts/batch/encode.go
@@ -31,5 +31,4 @@ func encode(line Line) *wire.PayoutLine {
-		AmountMinor: line.Amount.Minor(),
-		LegacyRef:   line.Ref,
+		AmountMinor: int32(line.Amount.Minor()),
""", [("payouts", "09:58"), ("partner-bridge", "10:02")])
    c.commit("13:52", "feat(partner-bridge): minimum amounts per currency", "services/partner-bridge/app/limits.py",
             "--- a/services/partner-bridge/app/limits.py\n+++ b/services/partner-bridge/app/limits.py\n@@ -1,6 +1,14 @@\n+MINIMUM = {\"EUR\": 1, \"GBP\": 1, \"IDR\": 1000000, \"JPY\": 1}\n+\n"
             " def check(line):\n-    if line.amount_minor <= 0:\n-        raise Refused(f\"amount {line.amount_minor} {line.currency} is not positive\")\n"
             "+    if line.amount_minor < MINIMUM.get(line.currency, 1):\n+        raise Refused(f\"amount {line.amount_minor} {line.currency} is below the minimum\")", ("partner-bridge", "14:14"), decoy=True)
    c.commit("13:40", "refactor(payouts): one table for currency exponents", "services/payouts/money/exponent.go",
             "--- a/services/payouts/money/exponent.go\n+++ b/services/payouts/money/exponent.go\n@@ -8,9 +8,7 @@\n-\tswitch cur {\n-\tcase \"JPY\":\n-\t\treturn 0\n-\tdefault:\n-\t\treturn 2\n-\t}\n"
             "+\tif exp, ok := exponents[cur]; ok { // JPY: 0\n+\t\treturn exp\n+\t}\n+\treturn 2", ("payouts", "14:05"), decoy=True)
    c.commit("14:02", "feat(ledger): show the payout batch on the statement", "services/ledger/src/main/java/bank/Statement.java",
             "+    row.batch(payout.batchId());", ("ledger", "14:20"), decoy=True)
    c.harmless(16)
    c.flag("14:15", "payout_minimum_check", "partner-bridge")
    c.lines("payouts", "info", "batch line encoded payout=po_{id} currency={cur}", every=500, cur=["EUR", "GBP", "EUR"])
    c.lines("partner-bridge", "info", "payout po_{id} sent amount_minor={n} currency={cur}", every=400, n=(1200, 9800000), cur=["EUR", "GBP", "EUR", "JPY"])
    c.log("payouts", "info", "12:00:04", "batch GB-0414 of 6120 lines started currency=GBP")
    c.log("payouts", "info", "14:30:02", "batch ID-0414 of 3871 lines started currency=IDR (daily, Jakarta cut-off)")
    for amount, at in ((-1294967296, "14:30:20"), (-944967296, "14:31:08"), (-2094967296, "14:33:41"), (-1419967296, "14:36:02"), (-794967296, "14:41:12"), (-1594967296, "14:45:55")):
        c.log("partner-bridge", "error", at, f"payout po_{c.rng.getrandbits(32):08x} refused: amount {amount} IDR is below the minimum batch=ID-0414")
    c.lines("partner-bridge", "info", "payout po_{id} sent amount_minor={n} currency=IDR batch=ID-0414", "14:31", every=70, n=(150000000, 2140000000))
    c.lines("payouts", "warn", "payout po_{id} returned by partner-bridge, reason=REFUSED currency=IDR", "14:31", every=35)
    c.log("ledger", "info", "14:30:30", "booked payout po_77ae01c2 amount=30000000.00 IDR account=4410")
    c.log("ledger", "info", "14:38:30", "booked payout po_0b5ef2d9 amount=28750000.00 IDR account=4410")
    c.trace("14:36:02", [(0, "payouts", "SendLine", 21, "REFUSED"), (1, "partner-bridge", "Payout", 4, "refused: amount -1419967296 IDR is below the minimum")])
    c.trace("12:05:00", [(0, "payouts", "SendLine", 64), (1, "partner-bridge", "Payout", 49)])
    c.alert("PayoutsRefused", "partner-bridge", "payout_refused_ratio", 0.05, "14:37", "more than 5% of payouts are refused")
    c.expect("code_defect", culprit, "partner-bridge", ["payouts"], "rollback",
             "The shared message carries amounts as 32 bit numbers since the morning, and payouts cuts them (int32). Only amounts above 2147483647 minor units suffer, which only rupiah payouts reach, so it shows with "
             "the 14:30 batch. The ledger has the right amounts; the new minimum check only reports what the old check for positive amounts would have refused too.", ["int32", "amount"], "hard")
    return c


CASES = {"bank-01": minor_units_narrowed}
