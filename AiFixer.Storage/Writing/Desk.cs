using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Writing;

/// <summary>Takes what is to be written and hands it to the writer's queue.</summary>
internal sealed class Desk(Intake intake, AppendRules rules, Vault vault)
{
    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (rules.Problem(append) is { } problem)
            return new(new AppendVerdict.Refused(problem));
        var digest = EntryDigest.Of(append.PreviousDigest, append.Incident, append.ExpectedVersion + 1, append.Entry.Span);
        var pending = new PendingAppend(append, vault.Seal(append), digest, SearchText.Of(append));
        return intake.TryAdd(pending) switch
        {
            true => pending.Task,
            false => new(Verdicts.Full),
            null => throw Closed(),
        };
    }

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingRepeat(repeat);
        return intake.TryAdd(pending) switch
        {
            true => new(pending.Task),
            false => new(false),
            null => throw Closed(),
        };
    }

    /// <summary>Runs something small on the writer's connection, between two batches.</summary>
    public Task<T> RunAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var job = new Job<T>(work);
        return intake.TryAdd(job) == true ? job.Task : throw Closed();
    }

    private static JournalUnavailableException Closed() => new("The journal is closed.");
}
