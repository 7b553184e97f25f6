namespace AiFixer.Gateway.Changes;

/// <summary>What became of posted changes; all of them are on disk.</summary>
/// <param name="Received">How many there were.</param>
/// <param name="Stored">How many were new.</param>
internal sealed record ChangesAnswer(int Received, int Stored);
