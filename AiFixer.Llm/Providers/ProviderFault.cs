namespace AiFixer.Llm.Providers;

/// <summary>What went wrong with one call.</summary>
/// <param name="Message">What the provider said, on one line, bounded, without secrets.</param>
/// <param name="RetryAfter">How long the provider wants to be left alone; null when it did not say.</param>
internal sealed record ProviderFault(FaultKind Kind, string Message, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether it says something about the provider rather than about this one conversation.</summary>
    public bool IsTheProviders => Kind is FaultKind.Unreachable or FaultKind.TimedOut or FaultKind.Overloaded or FaultKind.Denied
        or FaultKind.NotFound or FaultKind.CutOff or FaultKind.Unreadable;

    public override string ToString() => $"{Kind}: {Message}";
}
