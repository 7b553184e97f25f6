using AiFixer.Core.Journal;

namespace AiFixer.Storage.Writing;

/// <summary>
/// Answers of one batch that are given on one thread, one after the other: waking a thread for each costs more than the
/// answer. Those who go on with work of their own are not among them.
/// </summary>
internal sealed class AnswerRound(List<PendingAppend> items) : IThreadPoolWorkItem
{
    private const int Fewest = 8;

    public static void Start(List<PendingAppend> items, IWriterThreads threads)
    {
        var brief = new List<PendingAppend>(items.Count);
        foreach (var item in items)
        {
            if (item.IsAnsweredBriefly && item.Decided is AppendVerdict.Stored)
                brief.Add(item);
            else
                item.Answer(item.Decided!);
        }

        var most = Math.Max(Fewest, (brief.Count + threads.Answering - 1) / threads.Answering);
        for (var i = 0; i < brief.Count; i += most)
            threads.Queue(new AnswerRound(brief.GetRange(i, Math.Min(most, brief.Count - i))));
    }

    public void Execute()
    {
        foreach (var item in items)
            item.AnswerHere(item.Decided!);
    }
}
