using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>The clock of one machine is wrong: what others made just now is not valid yet there, or no longer.</summary>
internal static partial class SkewedClock
{
    private const string Problem = @"\b(ntp|chrony\w*|timesyncd?|clock|time ?(sync|source|drift|skew))";
    private const string Condition = "NTP|Clock|TimeSync|Chrony|TimeSkew";
    private const string Refused = @"not (yet )?valid|not valid yet|in the future|\biat\b|\bnbf\b|used before issued|before .{0,30}not ?before|clock skew|RequestTimeTooSkewed|request (time|has) .{0,20}(skewed|expired)|timestamp .{0,40}(outside|too (old|new|far)|window)|current time .{0,60}is (before|after)";

    /// <summary>How far a line that tells the time may lie from when it was written.</summary>
    private static readonly TimeSpan Off = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TooFar = TimeSpan.FromDays(2);

    public static Cause? In(ClusterFacts facts)
    {
        var refused = facts.OwnTrouble.Where(l => l.At < facts.Now && Changes.Text.Has(l.Text, Refused)).ToList();
        if (refused.Count == 0)
            return null;
        var apart = refused.Select(l => (Line: l, Skew: Skew(l))).Where(s => s.Skew is { } skew && skew.Duration() > Off).ToList();
        var node = facts.Nodes.Find(n => n.Conditions.Exists(c => c is { IsTrue: true } && Changes.Text.Has(c.Type, Condition)) && facts.Pods.Exists(p => p.Node == n.Name));
        // A line that tells the right time speaks against the clock, whatever the machine's time source does.
        if (apart.Count == 0 && (node is null || refused.Exists(l => Skew(l) is not null)))
            return null;
        if (apart.Count < 2 && node is null)
            return null;
        var condition = node?.Conditions.Find(c => c is { IsTrue: true } && Changes.Text.Has(c.Type, Condition));
        var said = facts.Events.Where(e => e.Kind == "Node" && (node is null || e.Name == node.Name) && Changes.Text.Has($"{e.Reason} {e.Message}", Problem)).ToList();
        var there = node is null ? [] : facts.Pods.FindAll(p => p.Node == node.Name);
        var elsewhere = node is null ? 0 : facts.Standing.Count(p => p.IsWell && p.Node != node.Name);
        return Say.Cause(
            Categories.Infrastructure, node is not null && apart.Count > 0 ? 0.96 : 0.88,
            (node is null ? $"The clock of a machine of {facts.Workload} is wrong" : $"The clock of node {node.Name} is wrong{(condition?.Message is { } why ? $" ({condition.Type}: {Say.Words(why)})" : "")}")
            + (apart.Count == 0 ? "" : $": lines tell a time that is {Math.Round(apart[^1].Skew!.Value.Duration().TotalSeconds)} s {(apart[^1].Skew < TimeSpan.Zero ? "behind" : "ahead of")} the one at which they were written")
            + $". What was issued just now counts there as not valid: {Say.Words((apart.Count > 0 ? apart[0].Line : refused[0]).Text)}. Neither the certificate nor the tokens are at fault."
            + (elsewhere > 0 ? $" Only that node is hit ({Say.Pods(there)}); {elsewhere} pods of the same version run on others." : ""),
            "failover",
            [
                .. node is null ? [] : new[] { Say.That(facts, $"Node {node.Name} has {condition!.Type}: {condition.Message}.", "nodes") }, .. said.Take(2).Select(e => Say.Event(facts, e)),
                .. (apart.Count > 0 ? apart.Select(s => s.Line) : refused).Take(3).Select(l => new Incidents.CitedClaim($"A log says at {Signals.MetricSignals.Clock(l.At)}: {Say.Words(l.Text)}.", [l.Evidence])),
            ])
            with
        { IsCertain = node is not null && apart.Count > 1 && elsewhere > 0 };
    }

    /// <summary>How far the time that a line tells as its own lies from when it was written; null where it tells none.</summary>
    private static TimeSpan? Skew(LineFact line)
    {
        var match = Own().Match(line.Text);
        return match.Success && DateTimeOffset.TryParse(match.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told)
            && (told - line.At).Duration() < TooFar ? told - line.At : null;
    }

    [GeneratedRegex(@"\b(now|current (server )?time|(local|server|system) (time|clock))( is|:|=)? ?(?<at>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:?[0-9]{2}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Own();
}
