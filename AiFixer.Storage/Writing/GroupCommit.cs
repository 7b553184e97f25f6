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
internal sealed class GroupCommit(IDatabase database, Openings openings, Transaction transaction, Streams streams, StatusTally tally, IWriterThreads threads)
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

    private void RunJobs(IWriteSession session, Batch batch)
    {
        while (batch.Jobs.Count > 0)
        {
            Run(session, batch.Jobs[0]);
            batch.Jobs.RemoveAt(0);
        }
    }

    /// <summary>What a job does wrong is its own trouble; only a database that is gone is everybody's.</summary>
    private void Run(IWriteSession session, Job job)
    {
        try
        {
            job.Run(session.Connection);
        }
        catch (Exception exception) when (database.Classify(exception) != Failure.Gone)
        {
            job.Fail(new JournalUnavailableException($"It could not be done: {exception.Message}", exception));
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
            Answer(item, problem);
        }

        if (Try(session, [], batch.Repeats, out var held) is { } refused)
            batch.Repeats.ForEach(repeat => repeat.Fail(new JournalUnavailableException(refused.Message)));
        else
            Answer(batch, held);
    }

    /// <summary>A value that is not taken never will be; a race that is lost again and again may be won later.</summary>
    private void Answer(PendingAppend item, Exception? problem)
    {
        if (problem is null)
            item.Answer(item.Decided!);
        else if (database.Classify(problem) == Failure.Value)
            item.Answer(new AppendVerdict.Refused(problem.Message));
        else
            item.Fail(new JournalUnavailableException("Others were faster every time. Nothing was stored.", problem));
    }

    /// <returns>Why it cannot be done; null when all is done.</returns>
    private Exception? Try(IWriteSession session, IReadOnlyList<PendingAppend> appends, IReadOnlyList<PendingRepeat> repeats, out bool held)
    {
        held = true;
        if (openings.Fit(appends) && TryOpen(session, appends, repeats))
            return null;
        for (var attempt = 1; ; attempt++)
        {
            var stream = streams.Current(session.Connection);
            try
            {
                held = transaction.Run(session, appends, repeats, stream, again: attempt > 1);
                stream.Settle();
                tally.Stored(stream.Id, stream.Settled.Seq, transaction.Changes);
                openings.Decided(appends);
                return null;
            }
            catch (Exception exception) when (database.Classify(exception) is Failure.Race or Failure.Value)
            {
                stream.Revert();
                session.Rollback();
                if (database.Classify(exception) == Failure.Value || attempt == Attempts)
                    return exception;
            }
        }
    }

    private bool TryOpen(IWriteSession session, IReadOnlyList<PendingAppend> appends, IReadOnlyList<PendingRepeat> repeats)
    {
        var stream = streams.Current(session.Connection);
        try
        {
            openings.Run(session, appends, repeats, stream);
            stream.Settle();
            tally.Stored(stream.Id, stream.Settled.Seq, openings.Changes);
            return true;
        }
        catch (Exception exception) when (database.Classify(exception) is Failure.Race or Failure.Value)
        {
            openings.WereInVain();
            stream.Revert();
            session.Rollback();
            return false;
        }
    }

    private void Answer(Batch batch, bool held)
    {
        AnswerRound.Start(batch.Appends, threads);
        foreach (var repeat in batch.Repeats)
        {
            if (held)
                repeat.Answer();
            else
                repeat.Fail(new JournalUnavailableException("This process does not hold the database's lease."));
        }
    }
}
