namespace AiFixer.Simulation.Runs;

/// <summary>What came of one run.</summary>
/// <param name="Broken">Every promise that was broken, in a sentence.</param>
/// <param name="Took">How much time passed in it.</param>
internal sealed record Result(int Seed, IReadOnlyList<string> Broken, IReadOnlyList<string> Story, long Steps, TimeSpan Took, int Incidents, int Sent, int Clicks);
