using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of how work flows: queues and their bounds, leases on messages, connections that are used again, pages of a result.</summary>
internal static class FlowMechanisms
{
    private const string Unbounded =
        @"unbounded|LinkedBlockingQueue(<[^>]*>)?\(\s*\)|ConcurrentLinkedQueue|\bQueue\(\s*\)|maxsize\s*=\s*(0|None)|Integer\.MAX_VALUE|math\.MaxInt|usize::MAX";

    private const string Bounded = @"bounded|ArrayBlockingQueue|channel\(\s*[\w:.]+\s*\)|make\(chan [^,)]+,|maxsize\s*=|max_?len|capacity|Queue\(\s*\w";
    private const string Reused = @"keep_?alive|persistent|\bpooled|reuse|connection\s+""""|max_?idle|idle_?timeout|\bagent\b|multiplex|http2|(requests|httpx?|aiohttp|client)\w*\.?session\(\)";
    private const string Lease = @"visibility|lease|\back[_.-]?(deadline|timeout)|\b\w*lock[_.-]?(ttl|timeout|duration|at_?most)|\bttl\b.*\blocks?\b|\block\w*.*\b(ttl|expir\w*|px|ex)\b|(?<!servlet\.)session_?timeout|session\.timeout\.ms|poll[_.-]?interval|heartbeat|claim[_.-]?timeout";

    private const string Sharing =
        @"ip_hash|least_?(conn|request)|round_?robin|ring_?hash|maglev|consistent_?hash|sticky|affinity|balanc(e|er|ing)\b|lb_?policy|pick_?first|\bweights?\b|partition(er|_?key|_?by)|shard_?(key|by)|routing_?key|hash(_?by|_?key|\s+\$)|max_?connection_?age";

    public static IEnumerable<Mechanism> All =>
    [
        new("a queue without a bound", Mechanism.To((Topic.Memory, 1), (Topic.Backlog, 0.9), (Topic.Crash, 0.5), (Topic.Slow, 0.4)),
            c => c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, Unbounded)) is { } line && (Text.Has(c.Removed, Bounded) || !Text.Has(c.Removed, Unbounded))
                ? (Text.Has(c.Removed, Bounded) ? 1 : 0.8, $"lets a queue grow without a bound: {LimitMechanisms.Quote(line)}") : null),
        new("a lease that runs out sooner", Mechanism.To((Topic.Duplicates, 1), (Topic.Backlog, 0.85), (Topic.Timeout, 0.7), (Topic.Locks, 0.5), (Topic.Errors, 0.4), (Topic.BadData, 0.4)),
            c => LimitMechanisms.Setting(c, s => s.Lowered && s.Factor >= 1.5 && Text.Has(Named(s), Lease), s => $"shortens {s.Key} from {s.From} to {s.To}, so that what is still being worked on is given out again")) { Waits = Occasion.Load },
        new("more taken at a time than is done in time", Mechanism.To((Topic.Backlog, 1), (Topic.Duplicates, 0.9), (Topic.Timeout, 0.8), (Topic.Memory, 0.6), (Topic.Slow, 0.5)),
            c => LimitMechanisms.Setting(c, s => s.Raised && s.Factor >= 2 && Text.Has(Named(s), "poll.?records|prefetch|max.?messages|receive.?(count|batch)|batch.?size|fetch.?(max|size)|claim.?(size|limit)|per.?poll"),
                s => $"takes {s.To} at a time ({s.Key}) where it took {s.From}")),
        new("asked more often", Mechanism.To((Topic.Surge, 1), (Topic.Overload, 0.9), (Topic.Throttled, 0.9), (Topic.DatabaseLoad, 0.8), (Topic.FanOut, 0.7), (Topic.Cpu, 0.7), (Topic.Slow, 0.5)),
            c => LimitMechanisms.Setting(c, s => s.Lowered && s.Factor >= 2 && !SettingWords.IsCache(s) && Text.Has(Named(s), @"interval|\bpoll|_poll|refresh|period|every\b|\btick|heartbeat|reload|resync"), s => $"does every {s.To} what it did every {s.From} ({s.Key})")),
        new("another way of sharing the load", Mechanism.To((Topic.Uneven, 1), (Topic.Overload, 0.6), (Topic.Backlog, 0.6), (Topic.Cpu, 0.5), (Topic.Slow, 0.5)),
            c => c.Delta.LinesRemoved.Concat(c.Delta.LinesAdded).FirstOrDefault(l => Text.Has(l, Sharing)) is { } line && c.IsEssential ? (0.95, $"shares the load in another way: {LimitMechanisms.Quote(line)}") : null),
        new("a connection for each call", Mechanism.To((Topic.Handles, 1), (Topic.Connections, 0.9), (Topic.Refused, 0.7), (Topic.Slow, 0.6), (Topic.Timeout, 0.6), (Topic.Cpu, 0.4), (Topic.Certificate, 0.3)),
            c => LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, Reused, c.Added, "no longer uses connections again", 0.95)
                ?? (c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"DisableKeepAlives|keep_?alive\w*\s*[:=]\s*(false|off|0)|connection:?\s*""?close|new HttpClient\(|http\.Client\{|= httpx\.(Async)?Client\(|createConnection\(|DriverManager\.getConnection|psycopg2?\.connect\(")) is { } line
                    ? (0.85, $"opens a connection for each call: {LimitMechanisms.Quote(line)}") : null)),
        new("less that is passed on", Mechanism.To((Topic.Missing, 1), (Topic.Denied, 0.9), (Topic.Mismatch, 0.7), (Topic.Errors, 0.6), (Topic.WrongResult, 0.7), (Topic.BadData, 0.5)),
            c => Text.Has(c.Removed, @"for .*(header|field|attribut|label|param|cookie|metadata|entr)|\.\.\.\w+|copy|clone|spread|everything|\*\*\w+|merge|assign")
                && c.Delta.LinesAdded.FirstOrDefault(l => Text.Count(l, @"""[\w-]+""") >= 3) is { } line ? (0.9, $"passes on only what is listed: {LimitMechanisms.Quote(line)}")
                : LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"(add_?header|set_?header|\.header\(|proxy_set_header|forward|passthrough|propagat|connect-src|allow_?list|whitelist)", c.Added, "no longer passes on", 0.85)),
        new("callers that are no longer told apart", Mechanism.To((Topic.Throttled, 1), (Topic.Denied, 0.8), (Topic.Uneven, 0.6), (Topic.Errors, 0.4)),
            c => LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"real_?ip|x-forwarded-for|forwarded_?for|trust(ed)?_?prox|proxy_?protocol|forwarded_?headers|remote_?ip|client_?ip", c.Added, "takes those in between for the callers", 0.95)) { Waits = Occasion.Load },
        new("pages that lose rows", Mechanism.To((Topic.WrongResult, 1), (Topic.Missing, 0.8), (Topic.Duplicates, 0.7), (Topic.BadData, 0.4)), Pages),
        new("work in another order", Mechanism.To((Topic.Uneven, 0.9), (Topic.WrongResult, 0.9), (Topic.Duplicates, 0.6), (Topic.Mismatch, 0.5), (Topic.Missing, 0.5), (Topic.BadData, 0.5)),
            c => MessageKeys.Changed(c) is { } keys ? ((double, string)?)(0.95, $"puts messages in order by {LimitMechanisms.Quote(keys.To)} where it was {LimitMechanisms.Quote(keys.From)}, so that those of one {keys.From.Split('.')[^1]} overtake each other") : LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"order_?by|partition_?key|\.sort|\bsorted\b|sequence|fifo|message_?group|ordered", c.Added, "no longer keeps an order", 0.85)
                ?? LimitMechanisms.Setting(c, s => !s.IsNumber && Text.Has(Named(s), "partition|order|message_?group|shard_?key|routing_?key"), s => $"goes by {s.To} where it went by {s.From}", 0.85)),
    ];

    /// <summary>A cursor or an order by something that is not unique: rows that are equal in it fall between two pages, or come twice.</summary>
    private static (double, string)? Pages(ReadChange c)
    {
        const string cursor = @"cursor|after|offset|page|keyset|seek|last_?(id|seen)|continuation|since|watermark|checkpoint|created_at|updated_at|order by";
        var gone = c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, cursor) && Text.Has(l, @"\([\w.]+,\s*[\w.:?$]+\)|,\s*\w*id\b|>=|tie|unique"));
        var came = c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, cursor) && Text.Has(l, @"[<>]|order by|sort|after|since|offset"));
        return gone is null || came is null || Text.Count(came, @",\s*\w*id\b") >= Text.Count(gone, @",\s*\w*id\b") && Text.Has(came, ">=") == Text.Has(gone, ">=")
            ? null : (0.95, $"goes on to the next page by {LimitMechanisms.Quote(came)} where it was {LimitMechanisms.Quote(gone)}");
    }

    private static string Named(SettingChange s) => $"{s.Key} {s.Line}";
}
