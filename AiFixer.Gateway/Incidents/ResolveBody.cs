namespace AiFixer.Gateway.Incidents;

/// <summary>How it was fixed.</summary>
internal sealed record ResolveBody : IDecisionBody
{
    /// <summary>What was done.</summary>
    public string? Note { get; init; }

    public static bool MayBeMissing => true;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("note", Note, false)];
}
