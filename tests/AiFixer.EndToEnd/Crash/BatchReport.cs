namespace AiFixer.EndToEnd.Crash;

/// <summary>What one batch went through.</summary>
internal sealed record BatchReport(int Kills, int Stops, int Incidents, int Escalated, int Alerts, int Clicks, int Duplicates, int Unanswered, int Writes)
{
    public static BatchReport None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static BatchReport operator +(BatchReport one, BatchReport other) => new(
        one.Kills + other.Kills,
        one.Stops + other.Stops,
        one.Incidents + other.Incidents,
        one.Escalated + other.Escalated,
        one.Alerts + other.Alerts,
        one.Clicks + other.Clicks,
        one.Duplicates + other.Duplicates,
        one.Unanswered + other.Unanswered,
        one.Writes + other.Writes);

    public override string ToString() =>
        $"{Kills} kills, {Stops} stops, {Incidents} incidents ({Escalated} in a person's hands), {Alerts} alerts and {Clicks} clicks acknowledged, "
        + $"{Duplicates} duplicates refused, {Unanswered} requests unanswered, {Writes} writes in the world";
}
