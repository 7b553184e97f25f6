using AiFixer.Core.Policy;

namespace AiFixer.Simulation.Checks;

/// <summary>
/// No hour has more automatic fixes than were allowed, and what one incident acted on is left alone by the others for a while:
/// by the true time, whatever the clocks of processes and database said.
/// </summary>
internal static class BudgetPromises
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IEnumerable<string> Broken(List<Start> starts, PolicyOptions policy)
    {
        var automatic = starts.FindAll(start => start.TakesUnit);
        foreach (var late in TooMany(automatic, policy.AutomaticFixesPerHour))
            yield return $"{late} is one automatic fix more than {policy.AutomaticFixesPerHour} in an hour";
        foreach (var late in automatic.GroupBy(start => start.Target.Key).SelectMany(same => TooMany([.. same], policy.AutomaticFixesPerTarget)))
            yield return $"{late} is one automatic fix of its target more than {policy.AutomaticFixesPerTarget} in an hour";
        foreach (var same in starts.GroupBy(start => start.Target.Key))
        {
            foreach (var (first, second) in same.Zip(same.Skip(1)).Where(pair => pair.First.Incident != pair.Second.Incident && pair.Second.At - pair.First.At < policy.Cooldown))
                yield return $"{second} acts on what {first} acted on {second.At - first.At} before, which is left alone for {policy.Cooldown}";
        }
    }

    private static IEnumerable<Start> TooMany(List<Start> starts, int most) =>
        starts.Where((start, i) => i >= most && start.At - starts[i - most].At < Hour);
}
