namespace AiFixer.Gateway.Commands.Eval;

/// <summary>What is to be evaluated, and how it is shown.</summary>
/// <param name="Folder">Holds suites, is one suite, or is one case.</param>
/// <param name="Only">The ids of the cases that are wanted; all when empty.</param>
/// <param name="Explain">Show the whole diagnosis of every case.</param>
/// <param name="Vary">Run every case again in every variation.</param>
/// <param name="Page">A page to put the report into; null for none.</param>
/// <param name="Transcripts">Where what was said with models is put; null for nowhere.</param>
/// <param name="Unknown">What was said besides and means nothing.</param>
internal sealed record EvalRequest(
    string Folder, IReadOnlyList<string> Only, bool Json, bool Explain, bool Vary, EvalPage? Page, TranscriptFolder? Transcripts,
    IReadOnlyList<string> Unknown)
{
    /// <summary>Charge the first cases with what a process does once.</summary>
    public bool Cold { get; init; }
}
