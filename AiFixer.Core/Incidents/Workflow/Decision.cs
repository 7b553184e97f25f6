using System.Collections.Immutable;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents;

/// <summary>What an input leads to.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Events to append, with the claims they need.</summary>
    /// <param name="State">The incident after the events.</param>
    public sealed record Accepted(
        Incident State,
        ImmutableList<IncidentEvent> Events,
        ImmutableList<Claim> Claims,
        ImmutableList<string> Releases) : Decision;

    /// <summary>Nothing changes, and the sender is told why.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>Nothing changes, and nobody needs to know.</summary>
    public sealed record Nothing : Decision
    {
        public static Nothing Instance { get; } = new();
    }
}
