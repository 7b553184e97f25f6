namespace AiFixer.Gateway.PolicyApi;

/// <summary>What would have been done where nothing is done.</summary>
/// <param name="Looked">At how many incidents it looked.</param>
/// <param name="WouldRun">How many fixes would have run by themselves.</param>
/// <param name="WouldAsk">How many a person would have been asked about.</param>
/// <param name="Next">What to ask for as "before" for older ones; left out when there are none.</param>
public sealed record ShadowReport(int Looked, int WouldRun, int WouldAsk, IReadOnlyList<ShadowLine> Items, string? Next);
