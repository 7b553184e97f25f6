namespace AiFixer.Storage.Messages;

/// <summary>Divides what can be done at once among several queues, the most urgent first.</summary>
internal static class FairShare
{
    /// <summary>One place in so many belongs to each queue, however long those before it are.</summary>
    private const int OneIn = 8;

    /// <param name="queues">The most urgent first, each in its order.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<IReadOnlyList<T>> queues, int limit)
    {
        var taken = new List<T>();
        var own = limit / OneIn;
        for (var i = 0; i < queues.Count; i++)
        {
            var kept = queues.Skip(i + 1).Sum(later => Math.Min(later.Count, own));
            taken.AddRange(queues[i].Take(Math.Max(limit - taken.Count - kept, own)));
        }

        return taken;
    }
}
