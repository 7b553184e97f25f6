using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>How far a change can be blamed.</summary>
/// <param name="Content">Whether what it does can produce what is seen, from 0 to 1.</param>
/// <param name="Time">Whether it began to run when it would have to.</param>
/// <param name="Place">Whether it runs where it began.</param>
/// <param name="Mechanism">In which way it does harm; null when none is known.</param>
/// <param name="Does">What it does, in words.</param>
/// <param name="Words">Rare words that it shares with the signs of trouble.</param>
internal sealed record Suspicion(
    ReadChange Change, Shipping Shipping, double Content, double Time, double Place, string? Mechanism, string Does, ImmutableList<string> Words)
{
    public double Score => Content * Time * Place;
}
