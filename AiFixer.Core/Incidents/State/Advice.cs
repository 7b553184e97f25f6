using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Tuning;

/// <summary>A piece of advice.</summary>
/// <param name="Action">What would be done; null where only people can.</param>
public sealed record TuningAdvice(TuningKind Kind, string Text, SuggestedAction? Action = null)
{
    /// <summary>As it is written on cards and in answers: <c>RESOURCE_LIMIT</c>.</summary>
    public string Name => Kind switch
    {
        TuningKind.Restart => "RESTART",
        TuningKind.Hpa => "HPA",
        TuningKind.ResourceLimit => "RESOURCE_LIMIT",
        TuningKind.Scale => "SCALE",
        TuningKind.Cache => "CACHE",
        TuningKind.ConnectionPool => "CONNECTION_POOL",
        TuningKind.CircuitBreaker => "CIRCUIT_BREAKER",
        _ => "INDEX",
    };
}
