namespace AiFixer.Storage.Writing;

/// <summary>
/// Answers of one batch that are given on one thread, one after the other: waking a thread for each costs more than the
/// answer. Those who go on with work of their own are not among them.
/// </summary>
internal sealed class AnswerRound(List<PendingAppend> items) : IThreadPoolWorkItem
{
    private const int Fewest = 8;

    public static void Start(List<PendingAppend> items)
    {
        var brief = new List<PendingAppend>(items.Count);
        foreach (var item in items)
        {
            if (item.IsAnsweredBriefly)
                brief.Add(item);
            else
                item.Answer(item.Decided!);
        }

        var most = Math.Max(Fewest, (brief.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
        for (var i = 0; i < brief.Count; i += most)
            ThreadPool.UnsafeQueueUserWorkItem(new AnswerRound(brief.GetRange(i, Math.Min(most, brief.Count - i))), preferLocal: false);
    }

    public void Execute()
    {
        foreach (var item in items)
            item.AnswerHere(item.Decided!);
    }
}
