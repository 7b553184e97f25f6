using System.Globalization;

namespace AiFixer.Core.Journal;

/// <summary>An incident that is not in the store any more.</summary>
/// <param name="At">When it was archived.</param>
/// <param name="File">The archive that has it.</param>
public sealed record ArchivedIncident(IncidentId Id, DateTimeOffset At, string File)
{
    /// <summary>What a person who asks for it is told.</summary>
    public string Sentence => string.Create(
        CultureInfo.InvariantCulture, $"Incident {Id} was archived on {At:yyyy-MM-dd} at {At:HH:mm} UTC in {File}; \"aifixer archive show {Id}\" shows it.");
}
