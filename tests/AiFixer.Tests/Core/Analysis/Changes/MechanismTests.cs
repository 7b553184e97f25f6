using AiFixer.Core.Analysis.Changes;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>What a diff does is named by what it does, in any language, and a move is not taken for more.</summary>
public sealed class MechanismTests
{
    [Theory]
    [InlineData("a shorter time limit", "client.py", "-    r = requests.get(url, timeout=30)\n+    r = requests.get(url, timeout=2)")]
    [InlineData("a shorter time limit", "Client.kt", "-  .callTimeout(Duration.ofSeconds(10))\n+  .callTimeout(Duration.ofMillis(250))")]
    [InlineData("no time limit", "http.go", "-\tclient := &http.Client{Timeout: 5 * time.Second}\n+\tclient := &http.Client{}")]
    [InlineData("fewer connections or workers", "db.yaml", "-  maximumPoolSize: 50\n+  maximumPoolSize: 5")]
    [InlineData("more connections or workers", "pool.go", "-\tcfg.MaxConns = 20\n+\tcfg.MaxConns = 400")]
    [InlineData("a queue without a bound", "sink.rs", "-    let (tx, rx) = mpsc::channel(16_384);\n+    let (tx, rx) = mpsc::unbounded_channel();")]
    [InlineData("a connection for each call", "upstream.conf", "-    keepalive 64;\n     server backend:8080;")]
    [InlineData("a number that holds less", "money.go", "-\tamount := int64(total)\n+\tamount := int32(total)")]
    [InlineData("a function that wants something else", "tasks.py", "-def render(report_id, recipient):\n+def render(report_id, recipient, zone):")]
    [InlineData("a time that falls back to its default", "queue.tf", "   name = \"jobs\"\n-  visibility_timeout_seconds = 900")]
    [InlineData("less memory, processor or room", "deploy/values.yaml", "   limits:\n-    memory: 1Gi\n+    memory: 256Mi")]
    [InlineData("fewer copies", "hpa.yaml", "-  maxReplicas: 20\n+  maxReplicas: 3")]
    [InlineData("a lower rate limit", "limits.ts", "-  requestsPerSecond: 500,\n+  requestsPerSecond: 50,")]
    [InlineData("more retries", "retry.java", "-  .maxAttempts(3)\n+  .maxAttempts(15)")]
    [InlineData("a call for each item", "orders.py", " for line in order.lines:\n+    product = await client.get_product(line.sku)\n     total += line.price")]
    [InlineData("a query without its bound", "query.go", "-\treturn `SELECT id FROM events WHERE tenant = $1 ORDER BY at LIMIT 100`\n+\treturn `SELECT id FROM events WHERE tenant = $1 ORDER BY at`")]
    [InlineData("an index that is gone", "migrations/7.sql", "+DROP INDEX CONCURRENTLY ix_orders_customer;")]
    [InlineData("something that is not given back", "read.go", "-\tdefer rows.Close()")]
    [InlineData("more that is logged", "app.yaml", "-  level: warn\n+  level: trace")]
    [InlineData("a check that is gone", "pay.ts", "-  if (card === null || card === undefined) return;\n   charge(card.number);")]
    [InlineData("something that is no longer set up", "main.py", " app = Flask(__name__)\n-register_handlers(app)\n app.run()")]
    [InlineData("a call that is no longer waited for", "refund.ts", "-  await ledger.book(entry);\n+  ledger.book(entry);")]
    [InlineData("a wait in the way of requests", "view.py", " async def show(request):\n+    r = requests.get(URL)\n     return r.json()")]
    [InlineData("a pattern that can take for ever", "Rule.cs", "-    new Regex(@\"^[a-z ]+$\")\n+    new Regex(@\"^(([a-z]+ ?)+)+$\")")]
    [InlineData("another unit of time", "Cfg.kt", "-  timeout = Duration.ofSeconds(conf.timeout)\n+  timeout = Duration.ofMillis(conf.timeout)")]
    [InlineData("another address", "env.yaml", "-  LEDGER_URL: https://ledger.prod.internal\n+  LEDGER_URL: https://ledger.staging.internal")]
    [InlineData("other encryption", "edge.yaml", " tls:\n-  minVersion: \"1.2\"\n+  minVersion: \"1.3\"")]
    [InlineData("asked more often", "poll.ts", "-    const timer = setInterval(refresh, seconds(30));\n+    const timer = setInterval(refresh, 30);")]
    [InlineData("another way of sharing the load", "up.conf", " upstream web {\n-    least_conn;\n+    ip_hash;\n }")]
    [InlineData("a form left to the machine", "Line.cs", "-    decimal.Parse(cells[2], NumberStyles.Number, CultureInfo.InvariantCulture);\n+    decimal.Parse(cells[2]);")]
    [InlineData("a lease that runs out sooner", "locks.py", "-TTL = timedelta(minutes=30)\n+TTL = timedelta(seconds=30)")]
    [InlineData("other probes or starts", "health/ready.go", "-\tif err := deps.Store.Ping(ctx); err != nil {\n+\tif err := deps.All.Ping(ctx); err != nil {")]
    [InlineData("a lock that is gone", "pay.go", "-\treq.Header.Set(\"Idempotency-Key\", id)")]
    [InlineData("counting from another number", "close.py", "-    number = 0\n-    while page := board.page(number):\n+    for number in range(1, board.pages()):")]
    [InlineData("counting from another number", "Pages.java", "-    for (int i = 0; i < pages.size(); i++) {\n+    for (int i = 0; i <= pages.size(); i++) {")]
    [InlineData("fields under other numbers", "match.proto", "-  uint32 kills = 3;\n-  uint32 damage = 4;\n+  uint32 damage = 3;\n+  uint32 kills = 4;")]
    [InlineData("a share of more than all", "flags/web.json", "   \"new_path\": {\n-    \"share\": 0.0,\n+    \"share\": 5,")]
    [InlineData("callers that are no longer told apart", "edge/nginx.conf", "-    set_real_ip_from 10.0.0.0/16;\n-    real_ip_header X-Forwarded-For;\n     limit_req_zone $binary_remote_addr zone=a:1m rate=5r/s;")]
    [InlineData("an index that is gone", "models.py", "-    number = models.CharField(max_length=24, db_index=True)\n+    accession = models.CharField(max_length=24)")]
    [InlineData("a cache that only grows", "names.ts", "-const names = new LRUCache<string, string>({ max: 5000 });\n+const names = new Map<string, string>();")]
    [InlineData("a cache that helps less", "loader.go", "-\tv, err, _ := l.group.Do(region, func() (any, error) {\n-\t\treturn l.db.Load(region)\n-\t})\n+\tv, err := l.db.Load(region)")]
    [InlineData("a choice that falls back to its default", "infra/cache.tf", "   parameter {\n-    name  = \"maxmemory-policy\"\n-    value = \"allkeys-lru\"\n   }")]
    [InlineData("a pattern that can take for ever", "houseNumber.ts", "-const HOUSE = /^\\d{1,5}[a-z]?$/i;\n+const HOUSE = /^(\\d+[a-z]?[-\\/ ]?)+$/i;")]
    [InlineData("something that is not given back", "Labels.java", "-        try (Connection con = source.getConnection();\n-             PreparedStatement ps = con.prepareStatement(FIND)) {\n-            return read(ps);\n-        }\n+        Connection con = source.getConnection();\n+        PreparedStatement ps = con.prepareStatement(FIND);\n+        if (!ready(ps)) {\n+            return null;\n+        }\n+        Label label = read(ps);\n+        close(ps, con);\n+        return label;")]
    [InlineData("the same steps in another order", "Closer.cs", "         var tx = await db.BeginAsync(ct);\n-        await accounts.AddAsync(id, total, tx, ct);\n-        await invoices.CloseAsync(id, tx, ct);\n+        await invoices.CloseAsync(id, tx, ct);\n+        await accounts.AddAsync(id, total, tx, ct);\n         await tx.CommitAsync(ct);")]
    [InlineData("the same steps in another order", "worker.py", "+    queue.ack(message)\n     store.save(message.order)\n-    queue.ack(message)")]
    [InlineData("another unit of time", "fix.rs", "-            recorded_at: raw.time.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis() as i64,\n+            recorded_at: DateTime::<Utc>::from(raw.time).timestamp(),")]
    [InlineData("another unit of time", "stamp.ts", "-    sent_at: Date.now(),\n+    sent_at: Math.floor(Date.now() / 1000),")]
    [InlineData("another unit of time", "stamp.py", "-    \"created_at\": int(time.time() * 1000),\n+    \"created_at\": int(time.time()),")]
    [InlineData("a cache that helps less", "cache.go", "-\tkey := cacheKey(tenant.ID(), id.String())\n+\tkey := cacheKey(id.String())")]
    [InlineData("a call that is no longer waited for", "send.ts", "-  await send(order);\n+  send(order);\n+  const file = path.join(dir, await name());")]
    [InlineData("an option that was lost on the way", "Publisher.kt", "+    private val mapper = Shared.mapper\n-    private val mapper = jacksonObjectMapper()\n-        .registerModule(JavaTimeModule())\n-        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)")]
    [InlineData("another choice of how", "cache.tf", "   parameter {\n     name  = \"maxmemory-policy\"\n-    value = \"allkeys-lru\"\n+    value = \"noeviction\"\n   }")]
    [InlineData("other rules of the network", "security_groups.tf", "   egress {\n     from_port = 5432\n-    to_port   = 5671\n+    to_port   = 5432\n   }")]
    public void Harm_is_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldContain(found => found.Name == mechanism && found.Strength >= 0.7);

    [Theory]
    [InlineData("handler.go", "-\tvar req Order\n-\tif err := json.NewDecoder(r.Body).Decode(&req); err != nil {\n-\t\thttp.Error(w, \"bad\", 400)\n-\t\treturn\n-\t}\n+\treq, err := decodeOrder(r)\n+\tif err != nil {\n+\t\twriteError(w, err)\n+\t\treturn\n+\t}")]
    [InlineData("rank.py", "-    score = w0 + w1 * c.ctr\n-    out.append(score)\n+    out.append(score_of(c, w0, w1))")]
    [InlineData("version.go", "-const Version = \"v1.4.0\"\n+const Version = \"v1.5.0\"")]
    [InlineData("order.go", "-\timport (\n-\t\t\"os\"\n-\t\t\"bufio\"\n+\t\t\"bufio\"\n+\t\t\"os\"")]
    [InlineData("Rules.cs", "-    return rules.First(r => r.Matches(cart));\n+    return ranked.First(r => r.Matches(cart));")]
    [InlineData("Boot.php", "-    public function boot( ) : void{\n+    public function boot(): void\n+    {")]
    [InlineData("surge.go", "-\tv, ok := e.cache.Get(z)\n-\tif !ok {\n-\t\tv = e.store.Load(z)\n-\t}\n-\treturn clamp(v, 1.0, e.most)\n+\tv := e.cached(z)\n+\treturn clamp(v, 1.0, e.most)\n+}\n+\n+func (e *Engine) cached(z Zone) float64 {\n+\tif v, ok := e.cache.Get(z); ok {\n+\t\treturn v\n+\t}\n+\treturn e.store.Load(z)")]
    [InlineData("store.rs", "-        c.set_ex(&fix.key(), fix.encode(), TTL).await?;\n+        redis::pipe()\n+            .set_ex(&fix.key(), fix.encode(), TTL)\n+            .query_async(&mut c)\n+            .await")]
    [InlineData("values.yaml", " ingress:\n   enabled: true\n image:\n-  tag: 1.4.0\n+  tag: 1.4.1")]
    [InlineData("Json.kt", "-    private val mapper = jacksonObjectMapper()\n-        .registerModule(JavaTimeModule())\n-        .disable(WRITE_DATES)\n+    private val mapper = sharedMapper()")]
    [InlineData("Client.java", "-        .setConnectTimeout(connectTimeout)\n+        .connectTimeout(connectTimeout)")]
    [InlineData("Startup.cs", "-        services.AddSingleton<Basket>();\n         services.AddSingleton<Account>();\n+        services.AddSingleton<Basket>();")]
    [InlineData("Size.cs", "-        return size / 1000;\n+        return size * 1000;")]
    [InlineData("events.py", "-    return (\n-        body[\"parcelId\"],\n-        parse(body[\"occurredAt\"]),\n-    )\n+    return Scan(body[\"parcelId\"], parse(body[\"occurredAt\"]))")]
    [InlineData("note.py", "-    # the old way\n+    # the new way")]
    public void A_move_is_only_a_move(string file, string diff) =>
        Found(file, diff).ShouldAllBe(found => found.Strength < 0.7);

    [Theory]
    [InlineData("something that is not given back", "Repo.java", "-        try (Connection con = source.getConnection()) {\n-            return read(con);\n-        }\n+        Connection con = source.getConnection();\n+        try {\n+            return read(con);\n+        } finally {\n+            con.close();\n+        }")]
    [InlineData("a pattern that can take for ever", "Loop.java", "-        if (i < n - 1) {\n+        if (i+1 < n){")]
    [InlineData("another choice of how", "deploy.yaml", "-        imagePullPolicy: Always\n+        imagePullPolicy: IfNotPresent")]
    public void What_only_looks_like_harm_is_not_named(string mechanism, string file, string diff) =>
        Found(file, diff).ShouldNotContain(found => found.Name == mechanism);

    [Theory]
    [InlineData("-        retries = 3;\n+        retries = 5;")]
    [InlineData("-        isRetry = 0;\n+        isRetry = 1;")]
    [InlineData("-        indexed = 0;\n+        indexed = 1;")]
    public void A_name_that_only_begins_or_ends_like_a_counter_counts_nothing(string diff) =>
        Found("Retry.java", diff).ShouldNotContain(found => found.Name == "counting from another number");

    private static List<(string Name, double Strength)> Found(string file, string diff)
    {
        var change = ReadChange.Of(new("abcdef1234", DateTimeOffset.UnixEpoch, "a", "change", [file], $"@@ {file} @@\n{diff}", "E1"));
        return [.. Mechanisms.All.Select(m => (m.Name, Found: m.Find(change))).Where(m => m.Found is not null).Select(m => (m.Name, m.Found!.Value.Strength))];
    }
}
