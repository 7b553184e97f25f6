using System.Collections.Concurrent;

namespace AiFixer.Simulation.Runs;

/// <summary>Many runs, one thread each.</summary>
internal sealed record Campaign(string Summary, IReadOnlyList<string> Broken)
{
    private const int MostTold = 3;
    private const int BetweenSigns = 5000;

    public static Campaign Run(Options options, bool hasChat = false)
    {
        var results = new ConcurrentBag<Result>();
        var started = TimeProvider.System.GetTimestamp();
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(options.First, options.Count), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (seed, loop) =>
            {
                var result = Runs.Run.Play(seed, hasChat: hasChat);
                results.Add(result);
                TellOnTheWay(result, results.Count, started);
                if (options.StopsAtFirst && result.Broken.Count > 0)
                    loop.Stop();
            });
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var broken = results.Where(result => result.Broken.Count > 0).OrderBy(result => result.Seed).ToList();
        var summary = FormattableString.Invariant(
            $"simulation: {results.Count} seeds from {options.First}, {results.Count / seconds:0} a second, {results.Sum(one => one.Took.TotalHours):0} hours lived, {results.Sum(one => one.Steps)} steps, {results.Sum(one => (long)one.Incidents)} incidents, {results.Sum(one => (long)one.Clicks)} clicks, {results.Sum(one => (long)one.Sent)} calls sent, {broken.Count} broken");
        return new(summary, [.. broken.Take(MostTold).Select(result => Told(result, hasChat))]);
    }

    /// <summary>A campaign of hours shows what it has found before it ends.</summary>
    private static void TellOnTheWay(Result result, int played, long started)
    {
        if (result.Broken.Count > 0)
            Console.WriteLine(FormattableString.Invariant($"seed {result.Seed} broke: {string.Join(" | ", result.Broken)}"));
        if (played % BetweenSigns == 0)
            Console.WriteLine(FormattableString.Invariant($"{played} seeds played, {played / TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} a second"));
    }

    private static string Told(Result result, bool hasChat) =>
        $"seed {result.Seed}: {string.Join("\n  ", result.Broken)}\n{string.Join('\n', Runs.Run.Play(result.Seed, isTold: true, hasChat).Story)}";
}
