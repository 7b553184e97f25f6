using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>
/// What a change is about where no better name for it is known: a part of the code that works in another way now. Weaker than the others,
/// and only for changes that are more than a move.
/// </summary>
internal static class AreaMechanisms
{
    private const double Strength = 0.4;

    public static IEnumerable<Mechanism> All =>
    [
        Area("caching", "cache|memo|ttl", (Topic.CacheMiss, 1), (Topic.DatabaseLoad, 0.7), (Topic.Memory, 0.6), (Topic.WrongResult, 0.5)),
        Area("retrying", "retr(y|ies)|backoff|circuit|resilien|hedg", (Topic.Retries, 1), (Topic.Surge, 0.7), (Topic.Overload, 0.7), (Topic.Timeout, 0.6), (Topic.Throttled, 0.7)),
        Area("who may do what", "auth|token|jwt|oauth|permission|policy|session|login|cors|csrf|iam|rbac", (Topic.Denied, 1), (Topic.Errors, 0.4)),
        Area("reading and writing data", "parse|serial|codec|schema|proto|json|xml|csv|encode|decode|marshal|mapper|dto|contract", (Topic.BadData, 1), (Topic.Mismatch, 1), (Topic.Crash, 0.6), (Topic.WrongResult, 0.6), (Topic.Missing, 0.6)),
        Area("connections", "pool|connection|client|socket|channel|http", (Topic.Pool, 1), (Topic.Handles, 0.8), (Topic.Refused, 0.6), (Topic.Timeout, 0.6), (Topic.Connections, 0.8)),
        Area("queues", "queue|consumer|producer|kafka|rabbit|sqs|worker|job|stream|topic|subscri", (Topic.Backlog, 1), (Topic.Duplicates, 0.8), (Topic.Memory, 0.4)),
        Area("locks and transactions", "lock|mutex|transaction|\\btx\\b|isolation|semaphore", (Topic.Locks, 1), (Topic.Pool, 0.5), (Topic.Duplicates, 0.6)),
        Area("queries", "query|sql|repository|repo\\b|dao|orm|entity|select|join", (Topic.DatabaseLoad, 1), (Topic.Locks, 0.6), (Topic.NoTable, 0.7), (Topic.Slow, 0.5)),
        Area("times and amounts", "time|date|zone|clock|price|tax|amount|round|currency|discount|total|unit", (Topic.WrongResult, 1), (Topic.BadData, 0.4)),
        Area("encryption", "tls|ssl|cert|cipher|crypto", (Topic.Certificate, 1)),
        Area("names and routes", "dns|resolv|route|ingress|proxy|gateway|endpoint|host|upstream|mesh", (Topic.Unresolved, 0.8), (Topic.Refused, 0.8), (Topic.Missing, 0.8), (Topic.Network, 0.7)),
        Area("limits", "limit|quota|throttl|rate", (Topic.Throttled, 1), (Topic.Overload, 0.5)),
        Area("memory", "buffer|memory|heap|alloc|pool|gc", (Topic.Memory, 1), (Topic.Crash, 0.4)),
        Area("starting", "main|boot|startup|init|migrat|config|probe|health", (Topic.Startup, 1), (Topic.Missing, 0.5), (Topic.Replicas, 0.6)),
        Area("scheduling", "cron|schedul|timer|interval|tick", (Topic.Duplicates, 0.7), (Topic.Surge, 0.6), (Topic.Backlog, 0.6), (Topic.DatabaseLoad, 0.4)),
    ];

    private static Mechanism Area(string name, string words, params (Topic, double)[] leads) => new(
        $"another way of {name}", Mechanism.To(leads),
        c => c.IsEssential && !c.IsBeside && !c.IsLooks && !c.IsDependencies && Text.Has($"{string.Join(' ', c.Commit.Files)} {c.Delta.Around} {c.Removed} {c.Added}", words)
            ? (Strength, $"changes {name}: {LimitMechanisms.Quote(c.Delta.LinesAdded.Concat(c.Delta.LinesRemoved).First())}") : null);
}
