using AiFixer.Core.Analysis.Changes;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>Edges of ranges, tables of codes, and rows that a condition takes.</summary>
public sealed class TableMechanismTests
{
    [Theory]
    [InlineData("an edge that moved", "Nights.kt", "-        while (day.isBefore(stay.checkOut)) {\n-            nights += rate(day)\n-            day = day.plusDays(1)\n-        }\n+        (stay.checkIn..stay.checkOut).days().map { rate(it) }")]
    [InlineData("an edge that moved", "window.rs", "-    for day in from..until {\n+    for day in from..=until {")]
    [InlineData("an edge that moved", "Slots.java", "-        return IntStream.rangeClosed(first, last).boxed().toList();\n+        return Stream.iterate(first, i -> i < last, i -> i + 1).toList();")]
    [InlineData("a table that is no longer written out", "model.rs", "-        Ok(match code {\n-            1 => Self::Voice,\n-            2 => Self::Sms,\n-            4 => Self::Mms,\n-            5 => Self::Roaming,\n-        })\n+#[repr(u8)]")]
    [InlineData("a table that is no longer written out", "codes.ts", "-  switch (code) {\n-    case 'A': return Status.Active;\n-    case 'C': return Status.Closed;\n-    case 'X': return Status.Barred;\n-  }\n+  return Object.values(Status)[code];")]
    [InlineData("a condition joined by or", "Closeout.php", "-        $rows = Room::where('property_id', $id)->update($closed);\n+        $nights = Room::where('property_id', $id);\n+        $nights->orWhere('cutoff', '>=', $from);\n+        $rows = $nights->update($closed);")]
    [InlineData("a condition joined by or", "find.go", "-\tq := `SELECT id FROM jobs WHERE tenant = $1 AND state = 'due'`\n+\tq := `SELECT id FROM jobs WHERE tenant = $1 AND state = 'due' OR retry_at < now()`")]
    [InlineData("more retries", "push.ex", "-    {:cancel, {:rejected, status}}\n+    {:snooze, 30}")]
    [InlineData("more retries", "worker.py", "-        channel.basic_publish(dead_letter, body)\n+        queue.requeue(message)")]
    [InlineData("another unit of time", "settings.rs", "-            .time_to_live(Duration::from_secs(settings.ttl))\n-        every(Duration::from_millis(settings.ahead))\n+    fn ttl(&self) -> Duration { Duration::from_millis(self.ttl) }\n+    fn ahead(&self) -> Duration { Duration::from_millis(self.ahead) }")]
    public void Harm_is_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldContain(found => found.Name == mechanism && found.Strength >= 0.7);

    [Theory]
    [InlineData("an edge that moved", "Loop.java", "-        for (int i = 0; i < n; i++) {\n+        for (int j = 0; j < n; j++) {")]
    [InlineData("an edge that moved", "range.rs", "-    for day in from..until {\n+    for day in dates(from..until) {")]
    [InlineData("a table that is no longer written out", "values.yaml", "-  a: one\n-  b: two\n-  c: three\n+  all: four")]
    [InlineData("a table that is no longer written out", "codes.py", "-    1: \"active\",\n-    2: \"closed\",\n-    3: \"barred\",\n+    1: Status.active,\n+    2: Status.closed,\n+    3: Status.barred,")]
    [InlineData("a condition joined by or", "text.md", "+Take this one OR that = both")]
    [InlineData("more retries", "worker.py", "-        queue.requeue(message)\n+        channel.basic_publish(dead_letter, body)")]
    public void What_only_looks_like_harm_is_not_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldNotContain(found => found.Name == mechanism);

    private static List<(string Name, double Strength)> Found(string file, string diff)
    {
        var change = ReadChange.Of(new("abcdef1234", DateTimeOffset.UnixEpoch, "a", "change", [file], $"@@ {file} @@\n{diff}", "E1"));
        return [.. Mechanisms.All.Select(m => (m.Name, Found: m.Find(change))).Where(m => m.Found is not null).Select(m => (m.Name, m.Found!.Value.Strength))];
    }
}
