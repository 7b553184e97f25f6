using System.Diagnostics;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>
/// A process compiles what it runs for the first time, and makes the patterns of its rules then: seconds that a service spends once
/// and a case would be charged with. So the rules see the first case of each suite once for nothing.
/// </summary>
internal static class WarmUp
{
    /// <summary>What was left out of every case's time; a case that cannot run says so when it is run for its result.</summary>
    public static async Task<TimeSpan> OfAsync(IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var rules = new CaseRunner(null);
        foreach (var suite in folders.GroupBy(Path.GetDirectoryName))
            await rules.RunAsync(suite.First(), cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }
}
