"""A media house: a comma for a point."""
from .service import Service


def culture_of_the_host(name):
    c = Service(name, "2026-07-14", "16:30", "25:34", {"royalties": "cs", "payments-out": "java", "label-feed": "py"}, every=5)
    c.step("royalty_run_total_eur", "royalties", 41850, 4091200, "25:04", 0.1, noise=0.001)
    c.steady("royalty_lines_per_run", "royalties", 18204, 0.001)
    c.steady("lines_rejected_total", "royalties", 0, 0)
    c.step("payments_held", "payments-out", 3, 604, "25:08", 8)
    c.steady("http_5xx_ratio", "royalties", 0.0003)
    culprit = c.commit("16:44", "refactor(royalties): extension method for amounts", ["services/royalties/src/Feeds/LabelLine.cs", "services/royalties/src/Feeds/TextExtensions.cs"], """
--- a/services/royalties/src/Feeds/LabelLine.cs
+++ b/services/royalties/src/Feeds/LabelLine.cs
@@ -9,7 +9,7 @@ internal sealed record LabelLine(string Isrc, long Plays, decimal Amount)
     public static LabelLine Parse(string[] cells) => new(
         cells[0],
-        long.Parse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture),
-        decimal.Parse(cells[2], NumberStyles.Number, CultureInfo.InvariantCulture));
+        cells[1].ToCount(),
+        cells[2].ToAmount());
--- /dev/null
+++ b/services/royalties/src/Feeds/TextExtensions.cs
@@ -0,0 +1,6 @@
+internal static class TextExtensions
+{
+    public static long ToCount(this string text) => long.Parse(text);
+
+    public static decimal ToAmount(this string text) => decimal.Parse(text);
+}
""", ("royalties", "17:10"))
    c.commit("21:20", "feat(royalties): rate card for podcasts", "services/royalties/src/Rates/rates.json", "   \"music\": 1.0,\n+  \"podcast\": 0.4,\n   \"audiobook\": 0.8", ("royalties", "21:52"), decoy=True)
    c.commit("22:40", "fix(payments-out): hold payments above 10000 EUR", "services/payments-out/src/main/java/media/Hold.java", "-  static final BigDecimal LIMIT = new BigDecimal(\"50000\");\n+  static final BigDecimal LIMIT = new BigDecimal(\"10000\");", ("payments-out", "23:05"), decoy=True)
    c.commit("22:05", "feat(label-feed): take the feed of Northwave", "services/label-feed/app/labels.py", "+    Label(\"northwave\", \"sftp://in/northwave\"),", ("label-feed", "22:31"), decoy=True)
    c.harmless(15)
    c.flag("21:53", "podcast_rates", "royalties")
    c.log("royalties", "info", "17:10:55", "started .NET 8.0.6 culture=de-DE region=eu-central-1")
    c.log("royalties", "info", "2026-07-09T08:12:01Z", "started .NET 8.0.6 culture=de-DE region=eu-central-1")
    c.log("royalties", "info", "2026-07-14T01:03:40Z", "run 2026-07-13: 18190 lines of 9 labels, total 41795.20 EUR")
    c.log("label-feed", "info", "25:00:20", "feed of bluenote-x: 2210 lines, sum of amounts 5102.75 EUR (as stated by the label: 5102.75)")
    c.log("label-feed", "info", "25:00:31", "feed of northwave: 41 lines, sum of amounts 88.10 EUR (as stated by the label: 88.10)")
    c.log("royalties", "info", "25:03:52", "run 2026-07-14: 18204 lines of 10 labels, total 4091233.00 EUR")
    c.lines("royalties", "info", "line {a} plays={n} amount=\"{e}.{f}\" booked {e}{f},00 EUR", "25:01", "25:04", every=8, a=["DEA4120", "USX7700", "GBK0031"], n=(100, 90000), e=(1, 60), f=(10, 99))
    c.log("royalties", "info", "2026-07-14T01:02:10Z", "line DEA4120 plays=8810 amount=\"12.50\" booked 12,50 EUR")
    c.lines("payments-out", "warn", "payment to label {n} held: above 10000 EUR", "25:08", every=40, n=(1, 9))
    c.trace("25:02:00", [(0, "royalties", "book feed", 6200), (1, "label-feed", "GET /feeds/bluenote-x", 140)])
    c.alert("RoyaltyTotalImplausible", "royalties", "royalty_run_total_eur", 100000, "25:14", "the royalties of a day are a hundred times the usual")
    c.expect("code_defect", culprit, "royalties", ["payments-out"], "rollback",
             "The new extension reads amounts in the culture of the host, de-DE, where the point groups digits: \"12.50\" becomes 1250. Lines and plays are as usual and the labels' own sums are right; podcasts would lower amounts, and the lower limit only "
             "holds what is too high already.", ["culture", "decimal.Parse"], "hard")
    return c


CASES = {"media-08": culture_of_the_host}
