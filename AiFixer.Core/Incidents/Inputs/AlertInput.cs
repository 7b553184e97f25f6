using AiFixer.Core.Alerts;

namespace AiFixer.Core.Incidents;

/// <summary>The sender said something about this incident's trouble.</summary>
public sealed record AlertInput(Alert Alert, bool Firing, bool Truncated) : IncidentInput;
