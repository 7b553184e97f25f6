using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Counting;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Writing;

/// <summary>
/// Brings a batch to disk as a whole if it can be done. If a value in it cannot be taken, every item goes alone, so
/// that only the bad one is refused. Throws when the database is gone.
/// </summary>
internal sealed class GroupCommit(IDatabase database, Transaction transaction, Streams streams, StatusTally tally)
{
    private const int Attempts = 4;
    private readonly List<PendingAppend> _one = [];

    public void Run(IWriteSession session, Batch batch)
    {
        RunJobs(session, batch);
        if (batch.Appends.Count == 0 && batch.Repeats.Count == 0)
            return;
        if (Try(session, batch.Appends, batch.Repeats, out var held) is null)
            Answer(batch, held);
        else
            RunEach(session, batch);
        batch.Clear();
    }

    private static void RunJobs(IWriteSession session, Batch batch)
    {
        while (batch.Jobs.Count > 0)
        {
            batch.Jobs[0].Run(session.Connection);
            batch.Jobs.RemoveAt(0);
        }
    }

    private void RunEach(IWriteSession session, Batch batch)
    {
        while (batch.Appends.Count > 0)
        {
            var item = batch.Appends[^1];
            _one.Clear();
            _one.Add(item);
            var problem = Try(session, _one, [], out _);
            batch.Appends.RemoveAt(batch.Appends.Count - 1);
            item.Answer(problem is null ? item.Decided! : new AppendVerdict.Refused(problem));
        }

        if (Try(session, [], batch.Repeats, out var held) is { } refused)
            batch.Repeats.ForEach(repeat => repeat.Fail(new JournalUnavailableException(refused)));
        else
            Answer(batch, held);
    }

    /// <returns>Why the database does not take a value; null when all is done.</returns>
    private string? Try(IWriteSession session, IReadOnlyList<PendingAppend> appends, IReadOnlyList<PendingRepeat> repeats, out bool held)
    {
        held = true;
        for (var attempt = 1; ; attempt++)
        {
            var stream = streams.Current(session.Connection);
            try
            {
                held = transaction.Run(session, appends, repeats, stream);
                stream.Settle();
                tally.Stored(stream.Id, stream.Settled.Seq, transaction.Changes);
                return null;
            }
            catch (Exception exception) when (database.Classify(exception) is Failure.Race or Failure.Value)
            {
                stream.Revert();
                session.Rollback();
                if (database.Classify(exception) == Failure.Value || attempt == Attempts)
                    return exception.Message;
            }
        }
    }

    private static void Answer(Batch batch, bool held)
    {
        foreach (var item in batch.Appends)
            item.Answer(item.Decided!);
        foreach (var repeat in batch.Repeats)
        {
            if (held)
                repeat.Answer();
            else
                repeat.Fail(new JournalUnavailableException("This process does not hold the database's lease."));
        }
    }
}
