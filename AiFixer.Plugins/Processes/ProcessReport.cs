namespace AiFixer.Plugins.Processes;

/// <summary>What became of a program.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Code">Its exit code; 128 and the signal's number when a signal ended it.</param>
/// <param name="Output">What it wrote, as far as it was kept.</param>
/// <param name="Errors">What it wrote to its second stream.</param>
/// <param name="Why">Why it was not started; empty otherwise.</param>
internal sealed record ProcessReport(ProcessEnding Ending, int Code, ProcessText Output, ProcessText Errors, string Why = "")
{
    public static ProcessReport NotStarted(string why) => new(ProcessEnding.NotStarted, -1, ProcessText.Empty, ProcessText.Empty, why);
}
