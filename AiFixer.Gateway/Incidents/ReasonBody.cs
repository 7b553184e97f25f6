namespace AiFixer.Gateway.Incidents;

/// <summary>Why, when there is something to say.</summary>
internal sealed record ReasonBody : IDecisionBody
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    public static bool MayBeMissing => true;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("reason", Reason, false)];
}
