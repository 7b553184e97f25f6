namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>One line of a diff and how it is coloured.</summary>
internal sealed record DiffLine(string Tone, string Text)
{
    public static IEnumerable<DiffLine> Of(string diff) =>
        diff.TrimEnd('\n').Split('\n').Select(line => new DiffLine(ToneOf(line), line));

    private static string ToneOf(string line) => line switch
    {
        ['+', ..] => "added",
        ['-', ..] => "removed",
        ['@', ..] => "place",
        _ => "same",
    };
}
