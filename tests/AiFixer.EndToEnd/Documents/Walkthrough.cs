using System.Text.RegularExpressions;

namespace AiFixer.EndToEnd.Documents;

/// <summary>A document that can be followed: files to write, commands to run, and what they print.</summary>
internal sealed partial class Walkthrough
{
    private Walkthrough(IReadOnlyList<WalkthroughStep> steps) => Steps = steps;

    public IReadOnlyList<WalkthroughStep> Steps { get; }

    public static Walkthrough Read(string document) =>
        new([.. Fence().Matches(document).Select(match => new WalkthroughStep(match.Groups["file"].Value, match.Groups["kind"].Value, match.Groups["text"].Value))]);

    [GeneratedRegex(@"(?:`(?<file>[\w./-]+)`:\n\n)?```(?<kind>\w+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
