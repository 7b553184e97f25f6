namespace AiFixer.Gateway.Incidents;

/// <summary>Nothing more needs to be said.</summary>
internal sealed record TakeOverBody : IDecisionBody
{
    public static bool MayBeMissing => true;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [];
}
