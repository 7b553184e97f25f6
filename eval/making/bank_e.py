"""A bank's services: a table with two writers."""
from .service import Service


def column_required(name):
    c = Service(name, "2026-06-22", "08:10", "11:26", {"accounts": "java", "branch-import": "py", "direct-debit": "cs"}, every=2)
    c.step("rows_failed_per_minute", "branch-import", 0.1, 340, "11:01", 2)
    c.step("rows_imported_per_minute", "branch-import", 0, 2, "11:01", 2)
    c.steady("http_5xx_ratio", "accounts", 0.0006)
    c.steady("mandates_created_per_minute", "accounts", 22)
    c.step("mandates_missing", "direct-debit", 0, 3180, "11:12", 10)
    c.steady("cpu_utilization", "accounts-db", 0.26)
    culprit = c.commit("08:12", "refactor(accounts): mandates know their channel", ["services/accounts/src/main/resources/db/V212__mandate_channel.sql", "services/accounts/src/main/java/bank/MandateRepository.java"], """
--- /dev/null
+++ b/services/accounts/src/main/resources/db/V212__mandate_channel.sql
@@ -0,0 +1,4 @@
+UPDATE mandates SET channel = 'WEB' WHERE channel IS NULL;
+ALTER TABLE mandates
+  ALTER COLUMN channel DROP DEFAULT,
+  ALTER COLUMN channel SET NOT NULL;
--- a/services/accounts/src/main/java/bank/MandateRepository.java
+++ b/services/accounts/src/main/java/bank/MandateRepository.java
@@ -18,4 +18,4 @@
-    jdbc.update("INSERT INTO mandates (iban, creditor, signed_on) VALUES (?, ?, ?)", ...);
+    jdbc.update("INSERT INTO mandates (iban, creditor, signed_on, channel) VALUES (?, ?, ?, ?)", ...);
""", ("accounts", "08:44"))
    c.commit("10:12", "feat(branch-import): branches send UTF-8 now", "services/branch-import/app/reader.py",
             "-    with open(path, encoding=\"latin-1\") as file:\n+    with open(path, encoding=\"utf-8-sig\") as file:", ("branch-import", "10:40"), decoy=True)
    c.commit("10:02", "feat(accounts): close a mandate by phone", "services/accounts/src/main/java/bank/CloseMandate.java", "+    mandates.close(id, Channel.PHONE);", ("accounts", "10:21"), decoy=True)
    c.commit("10:30", "refactor(direct-debit): read mandates in pages", "services/direct-debit/src/Mandates.cs", "-        return await db.Mandates.ToListAsync(cancel);\n+        return await db.Mandates.OrderBy(m => m.Id).Skip(page * 500).Take(500).ToListAsync(cancel);", ("direct-debit", "10:52"), decoy=True)
    c.harmless(14)
    c.flag("10:22", "close_by_phone", "accounts")
    c.log("accounts", "info", "08:44:31", "Flyway: migrated schema to version 212 (mandate channel) in 4.1s")
    c.lines("accounts", "info", "mandate {id} created channel=WEB", every=400)
    c.log("branch-import", "info", "2026-06-19T11:04:51Z", "import of 41 branches done: 3391 rows, 0 failed")
    c.log("branch-import", "info", "11:00:02", "import of 41 branches started (Mondays, Wednesdays, Fridays 11:00)")
    c.lines("branch-import", "error", "row {n} of branch {b}: psycopg.errors.NotNullViolation: null value in column \"channel\" of relation \"mandates\" violates not-null constraint", "11:01", every=25, n=(2, 190), b=(100, 140))
    c.log("branch-import", "info", "11:01:40", "row 12 of branch 104 updated signature date of an existing mandate")
    c.lines("direct-debit", "warn", "creditor file names mandate {id} which does not exist", "11:12", every=30)
    c.trace("11:03:00", [(0, "branch-import", "import branch 104", 900, "88 rows failed"), (1, "accounts-db", "INSERT mandates", 1, "NotNullViolation")])
    c.alert("BranchImportFails", "branch-import", "rows_failed_per_minute", 20, "11:08", "the import of the branches' mandates fails")
    c.expect("code_defect", culprit, "branch-import", ["direct-debit"], "roll-forward",
             "The migration of accounts takes the default of mandates.channel away and forbids NULL; accounts itself sets the column, the importer, the table's other writer, does not, and runs for the first time since. Its new encoding cannot make a "
             "column NULL that it never wrote, and rows are read well.", ["channel", "mandates"])
    return c


CASES = {"bank-07": column_required}
