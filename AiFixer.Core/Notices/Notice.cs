namespace AiFixer.Core.Notices;

/// <summary>Something that people are told.</summary>
/// <param name="Id">The same when it is sent again, so that whoever gets it twice can tell.</param>
public sealed record Notice(string Id, IncidentId Incident, Severity Severity, string Title, string Message)
{
    /// <summary>Whose trouble it is; empty while nobody knows.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];
}
