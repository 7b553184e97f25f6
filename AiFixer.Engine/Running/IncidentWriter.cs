using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Core.Secrets;
using AiFixer.Engine.Policy;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Telemetry;

namespace AiFixer.Engine.Running;

/// <summary>Turns an input into a decision and a decision into an entry. The same in every host.</summary>
internal sealed class IncidentWriter(IJournal journal, WorkflowRules rules, EngineOptions options, TimeProvider time, PolicyWatch? watch = null)
{
    /// <summary>One that leads its group; what it needs for that can be lost to another.</summary>
    public Task<WriteResult> OpenAsync(IncidentId id, IncomingAlert incoming, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return OpenAsync(IncidentWorkflow.Open(id, incoming.Alert, rules, now, incoming.Span), incoming, now, cancellationToken);
    }

    public Task<WriteResult> OpenAloneAsync(IncidentId id, IncomingAlert incoming, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return OpenAsync(IncidentWorkflow.OpenAlone(id, incoming.Alert, rules, now, incoming.Span), incoming, now, cancellationToken);
    }

    public Task<WriteResult> OpenFollowingAsync(IncidentId id, IncomingAlert incoming, IncidentId leader, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return OpenAsync(IncidentWorkflow.OpenFollowing(id, incoming.Alert, leader, rules, now, incoming.Span), incoming, now, cancellationToken);
    }

    private async Task<WriteResult> OpenAsync(Decision.Accepted opened, IncomingAlert incoming, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var append = Entry(opened.State.Id, 0, "", opened, "sender", "alert", now) with
        {
            Lane = Lane.Alert,
            // Of several that are lost the first is told: that of the same trouble, then that of the same delivery.
            Claims = opened.Claims.Insert(1, Inbox(incoming.InboxKey, incoming.Named)),
            Followers = opened.State.Group is { } group ? new(group.Leader, 1) : null,
            Blobs = incoming.Raw is null ? [] : [incoming.Raw],
        };
        var result = Result(opened, await AppendAsync(append, cancellationToken));
        if (result is WriteResult.Written)
            EngineInstruments.Wrote(before: null, opened);
        return result;
    }

    /// <summary>What comes from a step of the incident's own is in its trace already.</summary>
    public async Task<WriteResult> HandleAsync(
        Held held, IncidentInput input, IReadOnlyList<Blob> blobs, CancellationToken cancellationToken)
    {
        using var span = input.Span is null ? IncidentSpans.Told(held.State, input) : null;
        var result = await DecideAsync(held, span is null ? input : input with { Span = span.Id }, blobs, cancellationToken);
        span?.Ended(result, held.State, time.GetUtcNow());
        return result;
    }

    private async Task<WriteResult> DecideAsync(
        Held held, IncidentInput input, IReadOnlyList<Blob> blobs, CancellationToken cancellationToken)
    {
        if (input is PersonInput { Versions: { } versions } && !versions.Contains(held.Version))
            return new WriteResult.Changed();
        var now = time.GetUtcNow();
        switch (IncidentWorkflow.Handle(held.State, InputMask.Of(input), rules, now))
        {
            case Decision.Refused refused:
                return new WriteResult.Refused(refused.Refusal);
            case Decision.Accepted accepted:
                var append = Entry(held.State.Id, held.Version, held.Digest, accepted, Causes.By(input), Causes.Name(input), now);
                var claims = input is AlertInput { Firing: true, InboxKey: { } key } alert ? accepted.Claims.Add(Inbox(key, alert.Named)) : accepted.Claims;
                var written = Result(accepted, await AppendAsync(append with { Snapshot = IncidentJson.Write(accepted.State), Blobs = blobs, Claims = claims, Followers = Left(held.State, accepted.State) }, cancellationToken));
                if (written is WriteResult.Written)
                {
                    EngineInstruments.Wrote(held.State.Status, accepted);
                    watch?.Look(held.State, accepted, now);
                }

                return written;
            default:
                return new WriteResult.Nothing(held);
        }
    }

    private async ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var outcome = "given_up";
        try
        {
            var verdict = await journal.AppendAsync(append, cancellationToken);
            outcome = SnakeCase.Of(verdict.GetType().Name);
            return verdict;
        }
        catch (JournalUnavailableException)
        {
            outcome = "unavailable";
            throw;
        }
        finally
        {
            EngineInstruments.Appended(outcome, time.GetElapsedTime(begun));
        }
    }

    private static FollowerCount? Left(Incident before, Incident after) =>
        before.Group is { } group && after.Group is null ? new(group.Leader, -1) : null;

    private Claim Inbox(string key, bool named) => DeliveryClaim.Of(key, named, options);

    private static Append Entry(
        IncidentId id, long version, string digest, Decision.Accepted decision, string by, string cause, DateTimeOffset now) => new()
        {
            Incident = id,
            ExpectedVersion = version,
            PreviousDigest = digest,
            Entry = IncidentJson.Write(new JournalEntry(now, by, cause, decision.Events)),
            Row = Projection.Of(decision.State),
            Claims = decision.Claims,
            Releases = decision.Releases,
            Heals = HealCounts.Of(decision, now),
        };

    private static WriteResult Result(Decision.Accepted decision, AppendVerdict verdict) => verdict switch
    {
        AppendVerdict.Stored stored => new WriteResult.Written(new(decision.State, stored.Version, stored.Digest)),
        AppendVerdict.Stale => new WriteResult.Stale(),
        AppendVerdict.ClaimLost lost => new WriteResult.ClaimLost(lost.Key, lost.Holder, lost.Until, lost.HeldFor),
        AppendVerdict.Full => new WriteResult.Busy("The queue is full."),
        AppendVerdict.LeaseLost => new WriteResult.Busy("This process no longer holds the database."),
        AppendVerdict.Refused refused => new WriteResult.Impossible(refused.Reason),
        _ => throw new InvalidOperationException($"Unknown verdict {verdict}."),
    };
}
