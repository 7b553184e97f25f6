using AiFixer.Core.Analysis.Changes;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>What only writes to a log, or words a message in another way, does nothing else.</summary>
public sealed class TellingTests
{
    [Theory]
    [InlineData("bar.go", "+\tb.log.Warn(\"session barred\", \"reason\", \"NO_PASS\", \"pass\", ev.PassID)")]
    [InlineData("Cart.cs", "-        _logger.LogInformation(\"Cart {Id}\", id);\n+        _logger.LogInformation(\"Cart {Id} of {User}\", id, user);")]
    [InlineData("rate.rs", "+        tracing::info!(shard, \"rated\");")]
    [InlineData("push.ex", "+    Logger.warning(\"rejected status=#{s}\")")]
    [InlineData("job.py", "+    logger.info(\n+        \"close of day %s took %s\",\n+        day,\n+        took,\n+    )")]
    [InlineData("Job.php", "+        Log::info('closed ' . $rows . ' rows');")]
    [InlineData("reject.rs", "-            Unit { e, g } => write!(f, \"unit mismatch, expected {e} got {g}\"),\n+            Unit { e, g } => write!(f, \"UNIT_MISMATCH expected {e} got {g}\"),")]
    [InlineData("Notify.php", "-            $this->log->error('held', ['order' => $order->id]);\n+            $this->log->error('held', [\n+                'order' => $order->id, 'amount' => $order->amount,\n+                'channel' => $order->channel,\n+            ]);")]
    public void It_only_tells(string file, string diff) => Read(file, diff).OnlyTells.ShouldBeTrue();

    [Theory]
    [InlineData("bar.go", "+\tb.log.Warn(\"session barred\")\n+\treturn nil")]
    [InlineData("main.go", "+\tlog.Fatalf(\"no region %s\", region)")]
    [InlineData("app.py", "-logging.getLogger().setLevel(WARNING)\n+logging.getLogger().setLevel(DEBUG)")]
    [InlineData("find.py", "-    rows = db.query(\"select id from orders where tenant = %s\", tenant)\n+    rows = db.query(\"select id from orders where region = %s\", tenant)")]
    [InlineData("key.ts", "-  const id = body[\"order_id\"];\n+  const id = body[\"orderId\"];")]
    [InlineData("cron.ts", "-  schedule(\"0 * * * *\", run);\n+  schedule(\"* * * * *\", run);")]
    [InlineData("note.go", "-\t// one\n+\t// two")]
    [InlineData("a.cs", "+        logger.info(\n+            \"booked\", id\n+        );\n+        timeout = 1;")]
    [InlineData("a.cs", "+        log.info(\"retry (attempt \" + n);\n+        timeout = 1;")]
    [InlineData("a.cs", "+        log.warn(\"x\"); return null;")]
    [InlineData("a.java", "-    new SimpleDateFormat(\"dd MMM yyyy\")\n+    new SimpleDateFormat(\"dd MMM YYYY\")")]
    [InlineData("a.py", "-    raise Refused(f\"total {price * qty} due\")\n+    raise Refused(f\"total {price + qty} due\")")]
    [InlineData("a.ts", "-    case \"order placed\":\n+    case \"order taken\":")]
    public void It_does_more(string file, string diff) => Read(file, diff).OnlyTells.ShouldBeFalse();

    private static ReadChange Read(string file, string diff) => ReadChange.Of(new("abcdef1234", DateTimeOffset.UnixEpoch, "a", "change", [file], $"@@ {file} @@\n{diff}", "E1"));
}
