using AiFixer.Core.Analysis.Changes;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>What was kept and no longer is: an order of locks, the parts of a key, connections that wait, and what was waited for.</summary>
public sealed class KeepingMechanismTests
{
    [Theory]
    [InlineData("locks taken in another order", "Assign.java", "-    List<String> ids = scanned.stream().distinct().sorted().toList();\n-    for (String id : ids) {\n-      vans.add(repo.findForUpdate(id));\n+    for (String id : scanned) {\n+      vans.computeIfAbsent(id, repo::findForUpdate);")]
    [InlineData("locks taken in another order", "move.go", "-\tsort.Strings(ids)\n \tfor _, id := range ids {\n \t\taccounts[id].mu.Lock()")]
    [InlineData("a key that says less", "QuoteKey.kt", "-data class QuoteKey(\n-    val depot: DepotId,\n-    val days: Int,\n-    val currency: Currency,\n-)\n+data class QuoteKey(\n+    val depotGroup: DepotGroup,\n+    val days: Int,\n+) {\n+    lateinit var currency: Currency\n+}\n val cache = Cache<QuoteKey, Quote>()")]
    [InlineData("idle connections that are closed sooner", "values.yaml", " env:\n-  HTTP_KEEPALIVE_TIMEOUT_MS: \"75000\"\n+  HTTP_KEEPALIVE_TIMEOUT_MS: \"5000\"")]
    [InlineData("idle connections that are closed sooner", "server.ts", "-server.keepAliveTimeout = 65_000;\n+server.keepAliveTimeout = 5_000;")]
    [InlineData("a call that is no longer waited for", "confirm.ts", "-  for (const line of booking.lines) {\n-    line.reservation = await registry.reserve(line.van);\n-  }\n+  booking.lines.forEach(async (line) => {\n+    line.reservation = await registry.reserve(line.van);\n+  });")]
    [InlineData("a call that is no longer waited for", "worker.py", "-    await ledger.book(entry)\n+    asyncio.create_task(ledger.book(entry))")]
    [InlineData("a lease that runs out sooner", "application.yml", "       properties:\n-        max.poll.interval.ms: 300000\n+        max.poll.interval.ms: 45000")]
    [InlineData("a migration", "migrations/7.sql", "+CREATE INDEX CONCURRENTLY a ON orders (x);\n+CREATE INDEX b ON orders (y);")]
    [InlineData("another encryption underneath", "requirements.txt", "-requests==2.28.2\n-urllib3==1.26.18\n+requests==2.32.3\n+urllib3==2.2.3")]
    [InlineData("something that is not given back", "quote.go", " \tresp, err := c.http.Do(req)\n \tif err != nil {\n \t\treturn nil, err\n \t}\n+\tif resp.StatusCode == http.StatusTooManyRequests {\n+\t\treturn nil, &Throttled{After: after(resp)}\n+\t}\n \tdefer resp.Body.Close()")]
    [InlineData("something that is not given back", "tx.go", " \ttx := db.Begin(ctx)\n+\tif len(rows) == 0 {\n+\t\treturn 0\n+\t}\n \tdefer func() { _ = tx.Rollback() }()")]
    [InlineData("a condition turned or tightened", "ceiling.ts", "-const CEILING = { road: 900, sea: 400 };\n-  return q.price <= CEILING[q.mode];\n+  return q.price <= ceilings[q.mode];\n+{\n+  \"road\": 90,\n+  \"sea\": 400\n+}")]
    [InlineData("a condition turned or tightened", "overlap.ts", "-  return a.end <= b.start;\n+  return a.start <= b.start;")]
    [InlineData("a call for each item", "collect.ts", "-  const quotes = await rates.quoteAll(carriers, lane);\n+  const quotes = await Promise.all(carriers.map((c) => rates.getQuote(c, lane)));")]
    [InlineData("other rights or secrets", "routes.yaml", "             - header:\n-                key: x-customer\n+                key: x-freight-customer\n                 value: c")]
    [InlineData("work in another order", "EventPublisher.kt", "-        val record = ProducerRecord(topic, event.shipmentId, codec.encode(event))\n+        val key = \"${event.carrier}/${event.eventId}\"\n+        val record = ProducerRecord(topic, key, codec.encode(event))")]
    [InlineData("work in another order", "publish.go", " msg := kafka.Message{\n-\tKey: []byte(order.ID),\n+\tKey: []byte(event.ID),")]
    [InlineData("work in another order", "publish.py", "-    producer.send(topic, key=order.customer, value=body)\n+    producer.send(topic, key=uuid4().hex, value=body)")]
    [InlineData("a time zone that is left out", "ServiceDay.cs", "-        CutoffAt = ToInstant(day, depot.Cutoff, depot.Zone);\n+        CutoffAt = Instant(day, depot.Cutoff);\n-        return new DateTimeOffset(local, zone.GetUtcOffset(local));\n+        new(day.ToDateTime(time), TimeSpan.Zero);")]
    [InlineData("a time zone that is left out", "closing.py", "-    closes = tz.localize(datetime.combine(day, shop.closes))\n+    closes = datetime.combine(day, shop.closes)")]
    [InlineData("something that is not given back", "lock.go", " \ts.mu.Lock()\n+\tif s.closed {\n+\t\treturn errClosed\n+\t}\n \tdefer s.mu.Unlock()")]
    [InlineData("something that is not given back", "do.go", " \tresp, err := c.Do(req)\n \tif err != nil {\n \t\treturn nil, err\n \t}\n+\tif resp.StatusCode >= 500 {\n+\t\treturn nil, fmt.Errorf(\"server error: %d\", resp.StatusCode)\n+\t}\n \tdefer resp.Body.Close()")]
    public void Harm_is_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldContain(found => found.Name == mechanism && found.Strength >= 0.7);

    [Theory]
    [InlineData("locks taken in another order", "list.ts", "-  rows.sort(byName);\n+  rows.sort(byDate);\n   await lock(rows[0]);")]
    [InlineData("locks taken in another order", "view.py", "-    names = sorted(names)\n     return render(names)")]
    [InlineData("locks taken in another order", "rows.py", " async with pool.acquire() as conn:\n-    rows.sort(key=lambda r: r.created)\n+    rows = await conn.fetch(\"SELECT id FROM t ORDER BY created\")")]
    [InlineData("locks taken in another order", "clock.go", "-import \"sort\"\n func tick() { clock(now) }")]
    [InlineData("a call that is no longer waited for", "both.py", "-    a = await f()\n-    b = await g()\n+    async with asyncio.TaskGroup() as tg:\n+        a = tg.create_task(f())\n+        b = tg.create_task(g())")]
    [InlineData("a call that is no longer waited for", "new.ts", "+  listeners.forEach(async (l) => l.tell(event));")]
    [InlineData("a key that says less", "src/Table/index.tsx", " <Row key={row.id}>\n-    title: string,\n-    name: string,\n+    name: string,")]
    [InlineData("idle connections that are closed sooner", "nginx.conf", "-    keepalive 64;\n+    keepalive 16;")]
    [InlineData("idle connections that are closed sooner", "nginx.conf", "-    keepalive_requests 1000;\n+    keepalive_requests 100;")]
    [InlineData("a lease that runs out sooner", "application.properties", "-server.servlet.session.timeout=30m\n+server.servlet.session.timeout=10m")]
    [InlineData("a lease that runs out sooner", "application.yml", "-  fallback-timeout: 5s\n+  fallback-timeout: 2s")]
    [InlineData("other rules of the network", "deploy.yaml", "-        image: acme/nginx-proxy:1.24\n+        image: acme/nginx-proxy:1.25")]
    [InlineData("another encryption underneath", "deploy.yaml", "-        image: acme/api:1.9.0\n+        image: acme/api:2.0.0\n+          requests:\n+            cpu: 500m")]
    [InlineData("a key that says less", "QuoteKey.kt", "-data class QuoteKey(\n-    val depot: DepotId,\n-    val days: Int,\n-)\n+data class QuoteKey(\n+    val depot: DepotId,\n+    val days: Int,\n+    val currency: Currency,\n+)\n val cache = Cache<QuoteKey, Quote>()")]
    [InlineData("idle connections that are closed sooner", "values.yaml", " env:\n-  HTTP_KEEPALIVE_TIMEOUT_MS: \"5000\"\n+  HTTP_KEEPALIVE_TIMEOUT_MS: \"75000\"")]
    [InlineData("a call that is no longer waited for", "confirm.ts", "-  for (const line of booking.lines) {\n-    await registry.reserve(line.van);\n-  }\n+  await Promise.all(booking.lines.map(async (line) => {\n+    await registry.reserve(line.van);\n+  }));")]
    [InlineData("other rules of the network", "deploy/gateway/Dockerfile", "-FROM nginx:1.27.2-alpine\n+FROM nginx:1.27.3-alpine\n COPY nginx.conf /etc/nginx/nginx.conf")]
    [InlineData("a migration", "migrations/0091_van_driver_idx.sql", "+CREATE INDEX CONCURRENTLY IF NOT EXISTS van_driver_idx\n+    ON van (driver_id) WHERE driver_id IS NOT NULL;")]
    [InlineData("another unit of time", "vendor.py", "-WINDOW = timedelta(hours=24)\n+WINDOW = timedelta(minutes=30)")]
    [InlineData("another encryption underneath", "requirements.txt", "-urllib3==2.2.2\n+urllib3==2.2.3")]
    [InlineData("something that is not given back", "quote.go", " \tresp, err := c.http.Do(req)\n+\tif err != nil {\n+\t\treturn nil, fmt.Errorf(\"quote: %w\", err)\n+\t}\n \tdefer resp.Body.Close()")]
    [InlineData("something that is not given back", "quote.go", " \tresp, err := c.http.Do(req)\n \tdefer resp.Body.Close()\n+\tif resp.StatusCode == 429 {\n+\t\treturn nil, throttled\n+\t}")]
    [InlineData("something that is not given back", "quote.go", "+\tif q.Empty() {\n+\t\treturn nil, nothing\n+\t}\n \tresp, err := c.http.Do(req)\n \tdefer resp.Body.Close()")]
    [InlineData("a call for each item", "collect.ts", "-  const results = await Promise.allSettled(carriers.map((c) => rates.quote(c, lane)));\n+  const quotes = await settled(carriers.map((c) => rates.quote(c, lane)));")]
    [InlineData("a condition turned or tightened", "ceiling.ts", "-const CEILING = { road: 900, sea: 400 };\n+import { ceilings } from \"../config\";\n-  return q.price <= CEILING[q.mode];\n+  return q.price <= ceilings[q.mode];\n+{\n+  \"road\": 900,\n+  \"sea\": 400\n+}")]
    [InlineData("other rights or secrets", "routes.yaml", "             - header:\n-                key: x-customer\n+                key: x-freight-customer\n                 value: c\n+            - header:\n+                key: x-customer\n+                value: c")]
    [InlineData("work in another order", "EventPublisher.kt", "-        val record = ProducerRecord(topic, event.shipmentId, codec.encode(event))\n+        val record = ProducerRecord(topic, event.shipmentId, codec.encodeAll(event))")]
    [InlineData("work in another order", "EventPublisher.kt", "-        val record = ProducerRecord(topic, event.shipmentId, body)\n+        val id = event.shipmentId\n+        val record = ProducerRecord(topic, id, body)")]
    [InlineData("work in another order", "Row.tsx", "-  <Row key={row.id}>\n+  <Row key={row.name}>")]
    [InlineData("a time zone that is left out", "closing.py", "-    closes = pytz.timezone(shop.tz).localize(datetime.combine(day, shop.closes))\n+    closes = datetime.combine(day, shop.closes, tzinfo=ZoneInfo(shop.tz))")]
    [InlineData("a time zone that is left out", "label.ts", "-  const zone = row.zone,\n+  const place = row.place,")]
    [InlineData("other units or times", "Listener.java", "-        concurrency = \"4\")\n+        concurrency = \"8\")")]
    [InlineData("something that is not given back", "pool.go", " \tconn, err := pool.Acquire(ctx)\n \tif err != nil {\n+\t\tif errors.Is(err, ErrBusy) {\n+\t\t\treturn ErrThrottled\n+\t\t}\n \t\treturn err\n \t}\n \tdefer conn.Release()")]
    [InlineData("something that is not given back", "do.go", " \tresp, doErr := c.Do(req)\n+\tif doErr != nil {\n+\t\treturn wrap(doErr)\n+\t}\n \tdefer resp.Body.Close()")]
    [InlineData("something that is not given back", "get.go", " \ts := registry.Get(id)\n+\tif id == \"\" {\n+\t\treturn empty\n+\t}\n \ts.mu.Lock()\n \tdefer s.mu.Unlock()")]
    [InlineData("work in another order", "kafka.yaml", " kafka:\n   secretKeyRef:\n-    key: password\n+    key: sasl_password")]
    [InlineData("work in another order", "Publisher.java", "-    producer.send(new ProducerRecord<>(topic, order.id, body));\n+    producer.send(new ProducerRecord<>(topic, null, order.id, body));")]
    [InlineData("work in another order", "Publisher.java", "-    producer.send(new ProducerRecord<>(topic, body));\n+    producer.send(new ProducerRecord<>(topic, order.id, body));")]
    [InlineData("work in another order", "publisher.py", "-    producer.send(topic, key=event.shipment, value=body)\n+    producer.send(topic, key=e.shipment, value=body)")]
    [InlineData("work in another order", "cached.py", " producer = kafka.Producer()\n-    cache.set(key=user.id)\n+    cache.set(key=user.mail)")]
    [InlineData("a time zone that is left out", "cart.ts", "-  title = localize(\"cart.title\");\n+  title = t.cart; updateView();")]
    [InlineData("a time zone that is left out", "zone.go", "-\tcreate(name, zone)\n+\tcreate(name, region, timeout)")]
    [InlineData("work in another order", "Publisher.java", "-    producer.send(new ProducerRecord(a, , c));\n+    producer.send(new ProducerRecord(b, , d));")]
    [InlineData("other units or times", "flow.ts", "-  background.run(locale);\n+  around.run(localeOf(user));")]
    public void What_only_looks_like_harm_is_not_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldNotContain(found => found.Name == mechanism && found.Strength >= 0.7);

    [Fact]
    public void A_unit_may_be_a_part_of_a_name() =>
        Found("charge.ts", "-  charge(order.totalCents);\n+  charge(order.total);").ShouldContain(found => found.Name == "other units or times");

    [Fact]
    public void A_key_is_told_by_what_it_lost_and_still_has_elsewhere() =>
        Mechanisms.All.Single(m => m.Name == "a key that says less").Find(Change("QuoteKey.kt",
            "-data class QuoteKey(\n-    val depot: DepotId,\n-    val currency: Currency,\n-    val days: Int,\n-)\n+data class QuoteKey(\n+    val group: DepotGroup,\n+) {\n+    lateinit var currency: Currency\n+}\n val cache = Cache<QuoteKey, Quote>()"))
            .ShouldNotBeNull().Says.ShouldContain("currency");

    private static ReadChange Change(string file, string diff) =>
        ReadChange.Of(new("abcdef1234", DateTimeOffset.UnixEpoch, "a", "change", [file], $"@@ {file} @@\n{diff}", "E1"));

    private static List<(string Name, double Strength)> Found(string file, string diff) =>
        [.. Mechanisms.All.Select(m => (m.Name, Found: m.Find(Change(file, diff)))).Where(m => m.Found is not null).Select(m => (m.Name, m.Found!.Value.Strength))];
}
