namespace AiFixer.Core.Incidents;

/// <summary>Where the incident stands that others follow.</summary>
/// <param name="Closing">How it ended; null while it is open.</param>
public sealed record LeaderNews(IncidentId Leader, IncidentStatus Status, Closing? Closing)
{
    public static LeaderNews Of(Incident leader) => new(leader.Id, leader.Status, leader.Closing);
}
