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
    [InlineData("more retries", "request.ts", "-const RETRYABLE = new Set([502, 503]);\n-  if (RETRYABLE.has(res.status) && attempt < 1) {\n-    await sleep(200);\n-    return request(url, attempt + 1);\n-  }\n+const MAX_RETRY = 8;\n+  for (let i = 0; i < MAX_RETRY && !res.ok; i++) {\n+    res = await fetch(url);\n+  }")]
    [InlineData("something that is not given back", "room.go", " \tif err := r.acquire(ctx); err != nil {\n \t\treturn nil, err\n \t}\n+\tif _, gone := r.removed[p.ID]; gone {\n+\t\treturn nil, ErrRemoved\n+\t}\n \ts := r.sessions[p.ID]\n \tr.release()\n \treturn s, nil")]
    [InlineData("a moment of another place", "clock.py", " def now() -> datetime:\n-    return datetime.utcnow()\n+    return datetime.now()")]
    [InlineData("less that is let in", "values.yaml", "   config:\n-    proxy-body-size: \"32m\"\n+    proxy-body-size: \"8m\"")]
    [InlineData("a size that is no longer counted", "Buffers.java", "+    private static final int QUARTERS = 24 * 4;\n-        return new double[calendar.quarters(day)];\n+        return new double[QUARTERS];")]
    [InlineData("a moment of another place", "clock.py", "-    return datetime.utcnow()\n-    patch(clock, \"now\", lambda: datetime.utcnow())\n+    return datetime.now()\n+    patch(clock, \"now\", lambda: datetime.now())")]
    [InlineData("a number that holds less", "encode.go", "-\t\tAmount: line.Amount.Minor(),\n-\t\tRef:    line.Ref, // int64\n+\t\tAmount: int32(line.Amount.Minor()),\n-\tAmountMinor int64\n+\tAmountMinor int32")]
    public void Harm_is_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldContain(found => found.Name == mechanism && found.Strength >= 0.7);

    [Theory]
    [InlineData("an edge that moved", "Loop.java", "-        for (int i = 0; i < n; i++) {\n+        for (int j = 0; j < n; j++) {")]
    [InlineData("an edge that moved", "range.rs", "-    for day in from..until {\n+    for day in dates(from..until) {")]
    [InlineData("a table that is no longer written out", "values.yaml", "-  a: one\n-  b: two\n-  c: three\n+  all: four")]
    [InlineData("a table that is no longer written out", "codes.py", "-    1: \"active\",\n-    2: \"closed\",\n-    3: \"barred\",\n+    1: Status.active,\n+    2: Status.closed,\n+    3: Status.barred,")]
    [InlineData("a condition joined by or", "text.md", "+Take this one OR that = both")]
    [InlineData("more retries", "worker.py", "-        queue.requeue(message)\n+        channel.basic_publish(dead_letter, body)")]
    [InlineData("something that is not given back", "room.go", " \tif err := r.acquire(ctx); err != nil {\n \t\treturn nil, err\n \t}\n+\tif _, gone := r.removed[p.ID]; gone {\n+\t\tr.release()\n+\t\treturn nil, ErrRemoved\n+\t}\n \ts := r.sessions[p.ID]\n \tr.release()\n \treturn s, nil")]
    [InlineData("something that is not given back", "room.go", " \tr.mu.Lock()\n \tdefer r.mu.Unlock()\n+\tif r.closed {\n+\t\treturn ErrClosed\n+\t}\n \tr.flush()\n \tr.unlock()")]
    [InlineData("a query without its bound", "App.kt", "-    install(RateLimiter) { limit = 1000 }\n-    private val bucket = TokenBucket(cfg.limit)\n+    install(SharedRateLimit) { limit = 1000 }")]
    [InlineData("a call for each item", "loop.go", "+\tfor {\n+\t\tselect {\n+\t\tcase <-ctx.Done():\n+\t\t\treturn\n+\t\t}\n+\t}")]
    [InlineData("a call that is no longer waited for", "upload.rs", "-    for chunk in all.chunks(MAX) {\n-        post(client, w.finish()).await?;\n+    for body in bodies(all, MAX) {\n+        post(client, body?).await?;\n+        Ok(w.finish())")]
    [InlineData("a call for each item", "upload.rs", "-    for chunk in all.chunks(MAX) {\n-        post(client, chunk).await?;\n-    }\n+    for body in bodies(all, MAX) {\n+        post(client, body?).await?;\n+    }")]
    [InlineData("a connection for each call", "Start.cs", "-        var session = new Session();\n-        session.Meter = req.Meter;\n+        var session = new Session(req.Meter);")]
    [InlineData("a condition turned or tightened", "check.py", "-    if inv.kwh > 5 * previous.kwh + 500:\n+    if inv.kwh > settings.MAX_FACTOR * previous.kwh + settings.MAX_OFFSET:\n+MAX_FACTOR = 5\n+MAX_OFFSET = 500")]
    [InlineData("a number that holds less", "Builder.java", "-        long minutes = Duration.between(start, at).toMinutes();\n-        out[(int) (minutes / 15)] += kw;\n+        out[Slot.of(start, at)] += kw;\n+    static int of(Instant start, Instant at) {\n+        return (int) (Duration.between(start, at).toMinutes() / 15);")]
    [InlineData("an edge that moved", "limits.py", "-    if line.amount <= 0:\n+    if line.amount < MINIMUM.get(line.currency, 1):")]
    [InlineData("something that is not given back", "close.java", " tx = db.begin();\n for (Order o : orders) {\n+    if (o.cancelled) continue;\n     o.close();\n }\n tx.commit();")]
    [InlineData("something that is not given back", "len.cc", " mu.lock();\n n = q.size();\n mu.unlock();\n+if (n == 0) return;\n w.close();")]
    [InlineData("a table that is no longer written out", "order.ts", "-  id: string;\n-  name: string;\n-  total: number;\n+export type Order = Base;")]
    [InlineData("a condition joined by or", "user.py", " user = session.query(User).where(User.id == id)\n+    if user is None or user.role is None:\n+        return None")]
    [InlineData("an edge that moved", "Loop.kt", "-    for (i in 0..n - 1) {\n+    for (i in 0 until n) {")]
    [InlineData("a size that is no longer counted", "rows.go", "-\tout := make([]Row, 0, len(rows))\n+\tout := make([]Row, 0)")]
    public void What_only_looks_like_harm_is_not_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldNotContain(found => found.Name == mechanism && found.Strength >= 0.7);

    private static List<(string Name, double Strength)> Found(string file, string diff)
    {
        var change = ReadChange.Of(new("abcdef1234", DateTimeOffset.UnixEpoch, "a", "change", [file], $"@@ {file} @@\n{diff}", "E1"));
        return [.. Mechanisms.All.Select(m => (m.Name, Found: m.Find(change))).Where(m => m.Found is not null).Select(m => (m.Name, m.Found!.Value.Strength))];
    }
}
