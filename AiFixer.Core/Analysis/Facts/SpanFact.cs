using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Facts;

/// <summary>One step of a request.</summary>
/// <param name="Parent">The step that made it; null for the first.</param>
/// <param name="SelfMs">What of its time no step below it accounts for.</param>
public sealed record SpanFact(
    string Trace, string Id, string? Parent, string Service, string Name, DateTimeOffset At, double DurationMs, double SelfMs, bool Failed, string? Error,
    ImmutableDictionary<string, string> Tags, string Evidence);
