using System.Text.Json.Serialization;

namespace AiFixer.Core.Incidents;

/// <summary>What would make trouble of this kind rarer, beside what is done about it now. Nothing of it runs unless a person proposes it.</summary>
/// <param name="Action">What would be done; null where only people can.</param>
public sealed record Advice(AdviceKind Kind, string Text, SuggestedAction? Action = null)
{
    /// <summary>As it is written on cards and in answers: <c>RESOURCE_LIMIT</c>.</summary>
    [JsonIgnore]
    public string Name => Kind switch
    {
        AdviceKind.Restart => "RESTART",
        AdviceKind.Hpa => "HPA",
        AdviceKind.ResourceLimit => "RESOURCE_LIMIT",
        AdviceKind.Scale => "SCALE",
        AdviceKind.Cache => "CACHE",
        AdviceKind.ConnectionPool => "CONNECTION_POOL",
        AdviceKind.CircuitBreaker => "CIRCUIT_BREAKER",
        _ => "INDEX",
    };
}
