using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of how much work is done: queries, loops, caches, logs, leaks, locks.</summary>
internal static class WorkMechanisms
{
    public static IEnumerable<Mechanism> All =>
    [
        new("a call for each item", Mechanism.To((Topic.FanOut, 1), (Topic.DatabaseLoad, 1), (Topic.Throttled, 0.9), (Topic.Slow, 0.75), (Topic.Pool, 0.8), (Topic.Timeout, 0.6), (Topic.Cpu, 0.4)),
            c => c.Delta.LoopCalls.IsEmpty ? null : (BatchGone(c) ? 1 : 0.9, $"calls {c.Delta.LoopCalls[0]} once for each item{(BatchGone(c) ? " instead of in batches" : " of a loop")}")),
        new("no more batches", Mechanism.To((Topic.FanOut, 1), (Topic.Throttled, 1), (Topic.DatabaseLoad, 0.9), (Topic.Backlog, 0.8), (Topic.Slow, 0.7)),
            c => BatchGone(c) ? (0.85, $"does without {string.Join(", ", c.Delta.CallsRemoved.Where(IsBatch))}") : null),
        new("a query without its bound", Mechanism.To((Topic.DatabaseLoad, 1), (Topic.Slow, 0.75), (Topic.Memory, 0.8), (Topic.Timeout, 0.6), (Topic.Cpu, 0.5), (Topic.Locks, 0.4)), SqlMechanisms.Unbounded),
        new("a query that finds its rows in another way", Mechanism.To((Topic.DatabaseLoad, 0.95), (Topic.Slow, 0.7), (Topic.Cpu, 0.5), (Topic.Timeout, 0.6), (Topic.WrongResult, 0.6), (Topic.Locks, 0.5)), SqlMechanisms.Rewritten),
        new("an index that is gone", Mechanism.To((Topic.DatabaseLoad, 1), (Topic.Slow, 0.8), (Topic.Cpu, 0.6), (Topic.Timeout, 0.6)),
            c => Text.Has(c.Added, @"drop\s+(unique\s+)?index|remove_?index") ? (1, "drops an index") : LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"create\s+(unique\s+)?index|add_?index|\bindex(es)?:|@Index|db_index\s*=\s*True|\bindex\s*=\s*True|HasIndex\(|\.index\(|\[Index", c.Added, "takes an index away")),
        new("a cache that helps less", Mechanism.To((Topic.CacheMiss, 1), (Topic.DatabaseLoad, 0.85), (Topic.FanOut, 0.8), (Topic.Surge, 0.5), (Topic.Slow, 0.65), (Topic.Throttled, 0.7), (Topic.Overload, 0.5)), CacheMechanisms.Weaker),
        new("a cache that only grows", Mechanism.To((Topic.Memory, 1), (Topic.WrongResult, 0.6), (Topic.Crash, 0.3)), CacheMechanisms.Grows),
        new("something that is not given back", Mechanism.To((Topic.Handles, 1), (Topic.Pool, 1), (Topic.Connections, 1), (Topic.Memory, 0.85), (Topic.Locks, 0.9), (Topic.Timeout, 0.75), (Topic.Slow, 0.4)),
            c => Unclosed(c) ?? (c.Delta.EarlyExit is { } exit ? ((double, string)?)(0.95, $"leaves without giving back what was taken: {LimitMechanisms.Quote(exit)}") : null) ?? LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"\b(defer|finally|using|with)\b|\.?\b(close|cancel|unlock|release|dispose|stop|free|shutdown|rollback|return_?connection|putconn)\w*\s*\(", c.Added, "does not give back what it took", 0.95, hidden: 0.6)),
        new("a lock or transaction that is held longer", Mechanism.To((Topic.Locks, 1), (Topic.Pool, 0.8), (Topic.Slow, 0.65), (Topic.Timeout, 0.7), (Topic.Backlog, 0.5)),
            c => Text.Has(c.Added, @"for update|lock table|\.lock\(|synchronized|\bmutex|begin(tx|transaction)|serializable|@Transactional|with_lock|access exclusive|alter table") && !Text.Has(c.Removed, @"for update|lock table|\.lock\(|synchronized|begin(tx|transaction)|serializable|@Transactional")
                ? (0.9, "takes a lock or opens a transaction") : null) { Waits = Occasion.Load },
        new("a lock that is gone", Mechanism.To((Topic.Duplicates, 1), (Topic.WrongResult, 0.9), (Topic.Crash, 0.7), (Topic.BadData, 0.6)),
            c => LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"\.r?lock\(|mutex|synchronized|for[_ ]update|with_?lock|advisory|atomic|compare_?and_?s|idempoten|on conflict|on duplicate|upsert|get_?or_?create|if not exists|setnx|nx\s*=\s*True|unique|optimistic|@Version|row_?version|serializable|select_for|semaphore|singleton|once\b", c.Added, "does without what kept two from doing the same")) { Waits = Occasion.Failure },
        new("more that is logged", Mechanism.To((Topic.LogVolume, 1), (Topic.Disk, 1), (Topic.Cpu, 0.5), (Topic.Slow, 0.4), (Topic.Throttled, 0.4)), LoggingMechanism.Louder),
        new("a pattern that can take for ever", Mechanism.To((Topic.Cpu, 1), (Topic.Timeout, 0.85), (Topic.Slow, 0.85), (Topic.Pool, 0.6), (Topic.Errors, 0.4)),
            c => c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"\([^()]*(\([^()]*\)|\[[^\]]*\]|\\?\w|\.)[+*][^()]*\)[+*{]|\(\(.*[+*].*\)[+*]\)") && Text.Has(l, @"[""'`/]|regex|pattern|compile")) is { } line && !c.Delta.LinesRemoved.Any(l => l.Trim() == line.Trim())
                ? (1, $"matches texts by nested repetition, which can backtrack for ever: {LimitMechanisms.Quote(line)}") : null),
        new("a call that is no longer waited for", Mechanism.To((Topic.Crash, 1), (Topic.WrongResult, 0.85), (Topic.Duplicates, 0.7), (Topic.BadData, 0.5), (Topic.Errors, 0.5), (Topic.Handles, 0.4)),
            c => Unawaited(c) ?? (Text.Has(c.Added, @"\bTaskGroup\b|\bJoinSet\b") || Text.Has(c.Added, @"\bawait\b") && Text.Has(c.Added, @"asyncio\.gather|Promise\.all|WhenAll|join_all|try_join|query_async|TaskGroup|redis::pipe|\.pipeline\(") ? null : c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, @"\bawait\b") && !c.Delta.LinesAdded.Any(a => Text.Has(a, @"\bawait\b") && SourceText.Calls(a).Contains(SourceText.Calls(l).FirstOrDefault())) && c.Delta.LinesAdded.Any(a => !Text.Has(a, @"\bawait\b") && SourceText.Calls(l).Intersect(SourceText.Calls(a)).Any())) is { } line
                ? ((double, string)?)(0.95, $"no longer waits for {LimitMechanisms.Quote(line)}, so its failure is nobody's") : null)),
        new("a wait in the way of requests", Mechanism.To((Topic.Slow, 0.9), (Topic.Timeout, 0.8), (Topic.Backlog, 0.8), (Topic.Pool, 0.8), (Topic.Overload, 0.6), (Topic.Cpu, 0.6), (Topic.Refused, 0.5)),
            c => Text.Has(c.Delta.Around + c.Added, @"\basync\b") && c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"\brequests\.\w+\(|urlopen|\.execute\(|open\(|readFileSync|execSync|\.Result\b(?!\()|subprocess\.")&& !Text.Has(l, "await")) is { } blocking
                ? (1, $"blocks the loop that serves every request: {LimitMechanisms.Quote(blocking)}") : c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"\bsleep\(|Thread\.sleep|time\.sleep|\.wait\(\)|\.Result\b(?!\()|\.GetAwaiter|execSync|readFileSync|\.join\(\)|blocking")) is { } line && !Text.Has(c.Removed, @"sleep|\.wait\(\)|(?<!\ba)Sync\b")
                ? (0.9, $"waits in the way of requests: {LimitMechanisms.Quote(line)}") : null) { Waits = Occasion.Load },
        new("a call out in the way of requests", Mechanism.To((Topic.Slow, 0.75), (Topic.Timeout, 0.75), (Topic.FanOut, 0.8), (Topic.Throttled, 0.6), (Topic.Provider, 0.4), (Topic.Errors, 0.3), (Topic.Pool, 0.5)),
            c => c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"http\.(get|post|do|head)|requests\.\w+\(|fetch\(|axios|httpclient|\.(get|post)async\(|\bgrpc\b|\.call\(|\.invoke\(") && !SourceText.Defines(l)) is { } line && !Text.Has(c.Removed, "http|requests|fetch|axios|grpc")
                ? (0.75, $"calls out: {LimitMechanisms.Quote(line)}") : null),
        new("heavier work", Mechanism.To((Topic.Cpu, 1), (Topic.Slow, 0.7), (Topic.Memory, 0.6), (Topic.Timeout, 0.5)),
            c => c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"regexp?\.(must)?compile|new RegExp|re\.compile|bcrypt|argon|scrypt|pbkdf|gzip|compress|deepcopy|deep_?clone|json\.(dumps|stringify|marshal)|reflect|\.sort\(|nested|sha(256|512)|encrypt")) is { } line && !Text.Has(c.Removed, @"compile|bcrypt|gzip|compress|deep|stringify|marshal|sort") && !c.Delta.Extracts
                ? (0.7, $"works harder: {LimitMechanisms.Quote(line)}") : LimitMechanisms.Setting(c, s => s.Raised && Text.Has(s.Key, "rounds|cost|iterations|depth|level|complexity"), s => $"raises {s.Key} from {s.From} to {s.To}")),
    ];

    /// <summary>What gave itself back on every way out is given back by hand now: on the ways that somebody thought of.</summary>
    private static (double, string)? Unclosed(ReadChange c)
    {
        const string closes = @"^\s*\}?\s*(try\s*\(|(await\s+)?using\s*[\s(]|(async\s+)?with\s+.*:|defer\s)|\.use\s*\{";
        const string takes = @"get_?connection|\bconnect\(|\bacquire|\bopen\w*\(|cursor\(|\bdial|\bprepare\w*\(|new \w*(stream|reader|writer|client|connection)|\block\(|\bbegin\w*\(|checkout\(|borrow|lease\(";
        var gone = c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, closes));
        var taken = c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, takes) && !Text.Has(l, closes));
        return gone is null || taken is null || c.Delta.LinesRemoved.Count(l => Text.Has(l, closes)) <= c.Delta.LinesAdded.Count(l => Text.Has(l, closes)) || Text.Has(c.Added, @"\bfinally\b|\bensure\b")
            ? null : (1, $"gives back by hand, and not on every way out, what was given back by itself: {LimitMechanisms.Quote(taken)}");
    }

    /// <summary>A function that waits, handed to something that does not wait for it.</summary>
    private static (double, string)? Unawaited(ReadChange c) =>
        !Text.Has(c.Added, @"Promise\.all|allSettled|WhenAll|gather\(|TaskGroup|join_all|try_join|JoinSet|\bjoin!|await \w+\s*;?\s*($|\n)|\w\.await\b")
        && c.Delta.LinesAdded.FirstOrDefault(l => (Text.Has(l, @"\.forEach\(\s*async\b") && Text.Has(c.Commit.Diff, @"(^|\n)-.*\b(for|await)\b")) || (Text.Has(c.Removed, @"\bawait\b") && Text.Has(l, @"setTimeout\(\s*async\b|create_task\(|ensure_future\(|Task\.Run\(\s*async\b|tokio::spawn\("))) is { } line
            ? (0.95, $"starts what it waited for and goes on without it: {LimitMechanisms.Quote(line)}") : null;

    private static bool BatchGone(ReadChange c) => c.Delta.CallsRemoved.Any(IsBatch) && !c.Delta.CallsAdded.Any(IsBatch);

    private static bool IsBatch(string call) => Text.Has(call, "batch|bulk|multi_?get|mget|load_?many|find_?all_?by|chunk|pipeline|preload|prefetch|joinload|select_?related");
}
