using System.Collections.Immutable;
using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents;

/// <summary>What one decision wrote.</summary>
/// <param name="By">Who caused it: a person's name, <c>sender</c> or <c>aifixer</c>.</param>
/// <param name="Cause">The input that led to it.</param>
public sealed record JournalEntry(DateTimeOffset At, string By, string Cause, ImmutableList<IncidentEvent> Events);
