using AiFixer.Core;
using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Running;

/// <summary>What became of a decision.</summary>
internal abstract record WriteResult
{
    private WriteResult()
    {
    }

    internal sealed record Written(Held Held) : WriteResult;

    internal sealed record Refused(Refusal Refusal) : WriteResult;

    /// <summary>The input changes nothing.</summary>
    internal sealed record Nothing(Held Held) : WriteResult;

    internal sealed record Stale : WriteResult;

    /// <summary>The incident is not at a version for which the input is meant.</summary>
    internal sealed record Changed : WriteResult;

    /// <param name="HeldFor">How much longer, whatever the time is elsewhere.</param>
    internal sealed record ClaimLost(string Key, IncidentId Holder, DateTimeOffset? Until, TimeSpan? HeldFor = null) : WriteResult;

    /// <summary>Not now: the queue is full or the lease is gone.</summary>
    internal sealed record Busy(string Reason) : WriteResult;

    /// <summary>The store cannot take it, now or ever.</summary>
    internal sealed record Impossible(string Reason) : WriteResult;

    internal sealed record NotFound : WriteResult;
}
