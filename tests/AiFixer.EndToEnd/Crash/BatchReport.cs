namespace AiFixer.EndToEnd.Crash;

/// <summary>What one batch went through.</summary>
/// <param name="Kills">Processes that lived until kill -9.</param>
/// <param name="Pauses">Processes that were stopped.</param>
/// <param name="TakenOver">Those of them that another took over from.</param>
internal sealed record BatchReport(
    int Kills, int Pauses, int TakenOver, int Incidents, int Escalated, int Alerts, int Clicks, int Duplicates, int Unanswered, int Writes, IReadOnlyList<KindReport> Kinds)
{
    public static BatchReport None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, []);

    public static BatchReport operator +(BatchReport one, BatchReport other) => new(
        one.Kills + other.Kills,
        one.Pauses + other.Pauses,
        one.TakenOver + other.TakenOver,
        one.Incidents + other.Incidents,
        one.Escalated + other.Escalated,
        one.Alerts + other.Alerts,
        one.Clicks + other.Clicks,
        one.Duplicates + other.Duplicates,
        one.Unanswered + other.Unanswered,
        one.Writes + other.Writes,
        [.. one.Kinds.Concat(other.Kinds).GroupBy(kind => kind.Kind).Select(kinds => kinds.Aggregate((sum, kind) => sum + kind))]);

    public override string ToString() =>
        $"{Kills} kills, {TakenOver} of {Pauses} stopped taken over from, {Incidents} incidents ({Escalated} in a person's hands), {Alerts} alerts and {Clicks} clicks acknowledged, "
        + $"{Duplicates} duplicates refused, {Unanswered} requests unanswered, {Writes} writes in the world ({string.Join("; ", Kinds)})";
}
