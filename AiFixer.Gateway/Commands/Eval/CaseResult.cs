using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Playground.Cases;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>What became of a case.</summary>
/// <param name="Name">The case's id, or its folder where that cannot be told.</param>
internal abstract record CaseResult(string Name)
{
    /// <summary>It was diagnosed.</summary>
    /// <param name="Transcript">What was said to models and by them; null when none was wanted.</param>
    internal sealed record Ran(
        string Name, string Suite, CaseExpectation Expected, Diagnosis Diagnosis, CaseScore Score, TimeSpan Took, Blob? Transcript) : CaseResult(Name)
    {
        public ModelUse? Models { get; } = Transcript is null ? null : ModelUse.Of(Diagnosis, Transcript);
    }

    /// <summary>It could not be run.</summary>
    internal sealed record Failed(string Name, string Reason) : CaseResult(Name);
}
