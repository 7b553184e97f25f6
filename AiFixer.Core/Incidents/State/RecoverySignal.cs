using System.Text.Json.Serialization;

namespace AiFixer.Core.Incidents;

/// <summary>A number that went wrong, and within what it has to come back.</summary>
/// <param name="Query">What to ask the metrics for.</param>
/// <param name="Before">What it was before the trouble.</param>
/// <param name="During">What it is in the trouble.</param>
/// <param name="Bound">It has recovered when it is on the side of this on which it was before.</param>
public sealed record RecoverySignal(string Query, double Before, double During, double Bound)
{
    /// <summary>It was below its bound before, so the highest of several numbers counts.</summary>
    [JsonIgnore]
    public bool IsBelow => Before <= Bound;

    /// <summary>Whether this is where it was before.</summary>
    public bool IsBack(double value) => IsBelow ? value <= Bound : value >= Bound;
}
