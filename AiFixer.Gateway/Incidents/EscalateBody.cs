namespace AiFixer.Gateway.Incidents;

/// <summary>Who is asked and why.</summary>
internal sealed record EscalateBody : IDecisionBody
{
    /// <summary>Whose hands; nobody in particular when it is missing.</summary>
    public string? To { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    public static bool MayBeMissing => true;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("to", To, false), ("reason", Reason, false)];
}
